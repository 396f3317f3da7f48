"""What is judged: tasks, samples, datasets and the domains they belong to."""
