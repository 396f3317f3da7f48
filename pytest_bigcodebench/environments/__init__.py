"""Virtual environments for the judged code: made from lists of pins, kept in the user's cache, checked. No pytest."""
