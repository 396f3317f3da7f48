from collections import defaultdict

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity


def task_func(solved, incoming, neighbours=3, min_similarity=0.1):
    if not solved:
        raise ValueError("no solved tickets")
    texts = [text for text, _ in solved]
    vectorizer = TfidfVectorizer(stop_words="english", ngram_range=(1, 2), sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts + list(incoming))
    if not incoming:
        return []
    similarity = cosine_similarity(matrix[len(texts):], matrix[: len(texts)])
    result = []
    for row in similarity:
        order = sorted(range(len(texts)), key=lambda i: (-row[i], i))[:neighbours]
        voters = [i for i in order if row[i] >= min_similarity]
        if not voters:
            result.append((None, 0.0, []))
            continue
        votes = defaultdict(float)
        for i in voters:
            votes[solved[i][1]] += row[i]
        team = sorted(votes, key=lambda t: (-votes[t], t))[0]
        result.append((team, round(float(votes[team] / sum(votes.values())), 3), voters))
    return result
