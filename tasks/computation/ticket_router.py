import collections
import heapq
import unittest

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity


def task_func(solved, incoming, neighbours=3, min_similarity=0.1):
    """Route support tickets to the teams that solved the most similar ones.

    Texts are compared by the cosine similarity of their TF-IDF vectors: words as scikit-learn's TfidfVectorizer
    finds them by default, in lower case, with its English stop words left out; single words and pairs of adjacent
    words; sublinear term frequencies; everything else by default. Vocabulary and document frequencies come from the
    solved tickets only. For an incoming ticket take the given number of solved tickets with the greatest similarity,
    the earlier one in the list where similarities are equal, and drop those below min_similarity. Each remaining
    one votes for its team with its similarity; the greatest sum wins, the team that sorts first where sums are
    equal.

    Parameters:
    - solved (list[tuple[str, str]]): (text, team) of each solved ticket.
    - incoming (list[str]): Texts of the incoming tickets.
    - neighbours (int): Number of similar tickets to look at. Default 3.
    - min_similarity (float): Least similarity of a voting ticket. Default 0.1.

    Returns:
    - list[tuple]: For each incoming ticket (team, confidence, voters): the winning team, its share of all votes
      rounded to three decimals, and the positions in solved of all voters, most similar first; (None, 0.0, [])
      where nothing votes.

    Raises:
    - ValueError: If there are no solved tickets or none of them has a word that counts.

    Requirements:
    - collections
    - heapq
    - sklearn.feature_extraction.text
    - sklearn.metrics.pairwise

    Example:
    >>> solved = [('printer prints blank pages', 'hardware'), ('reset my password', 'accounts')]
    >>> task_func(solved, ['Password reset failed', 'Coffee is cold'])
    [('accounts', 1.0, [1]), (None, 0.0, [])]
    """
    vectorizer = TfidfVectorizer(stop_words="english", ngram_range=(1, 2), sublinear_tf=True)
    known = vectorizer.fit_transform(text for text, _ in solved)

    def route(similarities):
        nearest = heapq.nlargest(neighbours, range(len(solved)), key=similarities.__getitem__)
        voters = [position for position in nearest if similarities[position] >= min_similarity]
        if not voters:
            return None, 0.0, []
        votes = collections.defaultdict(float)
        for position in voters:
            votes[solved[position][1]] += similarities[position]
        winner = min(votes, key=lambda team: (-votes[team], team))
        return winner, round(float(votes[winner] / sum(votes.values())), 3), voters

    if not incoming:
        return []
    return [route(row) for row in cosine_similarity(vectorizer.transform(incoming), known)]


class TestCases(unittest.TestCase):
    def setUp(self):
        self.solved = [
            ("VPN connection drops every hour", "network"),
            ("cannot connect to the VPN from home", "network"),
            ("laptop screen flickers", "hardware"),
            ("laptop battery drains fast, screen dark", "hardware"),
            ("invoice shows the wrong amount", "billing"),
        ]

    def test_votes_and_confidence(self):
        result = task_func(self.solved, ["VPN drops on my laptop"])
        self.assertEqual(result, [("network", 0.75, [0, 2, 1])])
        self.assertIs(type(result[0][1]), float)

    def test_number_of_neighbours(self):
        self.assertEqual(task_func(self.solved, ["VPN drops on my laptop"], neighbours=1), [("network", 1.0, [0])])
        team, confidence, voters = task_func(self.solved, ["VPN drops on my laptop"], neighbours=9)[0]
        self.assertEqual((team, confidence, voters), ("network", 0.646, [0, 2, 1, 3]))

    def test_least_similarity(self):
        ((_, _, voters),) = task_func(self.solved, ["VPN drops on my laptop"], neighbours=9, min_similarity=0.15)
        self.assertEqual(voters, [0, 2, 1])
        self.assertEqual(task_func(self.solved, ["VPN drops on my laptop"], min_similarity=0.99), [(None, 0.0, [])])
        exact = [("alpha", "x"), ("beta", "y")]
        self.assertEqual(task_func(exact, ["alpha"], min_similarity=1.0), [("x", 1.0, [0])])
        filler = " ".join(f"word{number}" for number in range(90))
        self.assertEqual(task_func([(f"needle {filler}", "x")], ["needle"]), [(None, 0.0, [])])
        self.assertEqual(task_func([(f"needle {filler[:200]}", "x")], ["needle"]), [("x", 1.0, [0])])

    def test_equal_similarities_keep_the_earlier_ticket(self):
        solved = [("router down", "b"), ("router down", "a"), ("router down", "a")]
        self.assertEqual(task_func(solved, ["router down"], neighbours=2), [("a", 0.5, [0, 1])])
        self.assertEqual(task_func(solved, ["router down"], neighbours=1), [("b", 1.0, [0])])
        self.assertEqual(task_func(solved, ["router"]), [("a", 0.667, [0, 1, 2])])

    def test_weight_of_votes_beats_their_number(self):
        solved = [("engine oil leak", "x"), ("engine noise rattle whine", "y"), ("oil price list delay", "y")]
        self.assertEqual(task_func(solved, ["engine oil leak"]), [("x", 0.819, [0, 1, 2])])

    def test_stop_words_case_and_word_pairs(self):
        solved = [("the of and login", "a"), ("page error login", "b"), ("login page", "c")]
        self.assertEqual(task_func(solved, ["THE and OF"]), [(None, 0.0, [])])
        self.assertEqual(task_func(solved, ["LOGIN PAGE"])[0], ("c", 0.567, [2, 0, 1]))

    def test_sublinear_term_frequency(self):
        solved = [("disk disk disk disk full", "a"), ("disk full", "b")]
        self.assertEqual(task_func(solved, ["disk"])[0], ("b", 0.614, [1, 0]))

    def test_nothing_incoming(self):
        self.assertEqual(task_func(self.solved, []), [])

    def test_rejects_empty_knowledge(self):
        with self.assertRaises(ValueError):
            task_func([], ["help"])
        with self.assertRaises(ValueError):
            task_func([("the", "a"), ("?!", "b")], [])
