from collections import Counter

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity


def task_func(solved, incoming, neighbours=3, min_similarity=0.1):
    if not solved:
        raise ValueError("solved must not be empty")
    vectorizer = TfidfVectorizer(lowercase=True, stop_words="english", ngram_range=(1, 2), sublinear_tf=True)
    base = vectorizer.fit_transform([text for text, _ in solved])
    routed = []
    for text in incoming:
        scores = cosine_similarity(vectorizer.transform([text]), base).ravel()
        ranked = (-scores).argsort(kind="stable")[:neighbours]
        voters = [int(i) for i in ranked if scores[i] >= min_similarity]
        if not voters:
            routed.append((None, 0.0, []))
            continue
        count = Counter(solved[i][1] for i in voters)
        team = min(count, key=lambda t: (-count[t], t))
        routed.append((team, round(count[team] / len(voters), 3), voters))
    return routed
