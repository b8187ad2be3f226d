"""Which words are common: the most frequent ones of English, and no others."""

from quizlib.language.frequency import COMMON, _common, common


def test_everyday_words_are_common_and_terms_are_not():
    assert all(map(common, "water result government year build".split()))
    assert not any(map(common, "ophicleide ameloblast pleacher eskers".split()))


def test_there_are_so_many():
    assert len(_common()) == COMMON
