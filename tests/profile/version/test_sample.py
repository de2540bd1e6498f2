from dekkend.profile.version.content import check, gaps, seal
from dekkend.profile.version.sample import sample_content

from .files import almere, other


def school(number):
    return {"name": f"School {number}", "brin6": f"99XX{number:02}", "alliance": "Samen"}


def test_the_same_seed_and_school_give_the_same_content():
    one, two = (sample_content(almere(), seed=5, school=school(1)) for _ in range(2))
    assert seal(one) == seal(two)
    assert seal(one) != seal(sample_content(almere(), seed=6, school=school(1)))
    assert one["arrangements"] != sample_content(almere(), seed=5, school=school(2))["arrangements"]


def test_it_is_complete_right_and_marked_as_invented():
    for fmt in (almere(), other()):
        for number in range(20):
            content = sample_content(fmt, seed=2, school=school(number))
            assert check(content, fmt) == []
            assert gaps(content, fmt) == []
            assert content["example"] is True


def test_schools_together_leave_white_and_fragile_spots():
    offered = [
        {row["need"] for row in sample_content(almere(), seed=2, school=school(number))["arrangements"]}
        for number in range(10)
    ]
    counts = sorted(sum(need.id in needs for needs in offered) for need in almere().offer.needs)
    assert counts[0] <= 1
    assert counts[-1] >= 6
