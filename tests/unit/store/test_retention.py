"""Which backups stay."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from explorer.store.retention import DAILY, MONTHLY, WEEKLY, worth_keeping

TIMES = st.lists(
    st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)), max_size=120
)


@given(TIMES)
def test_the_newest_stays_and_never_more_than_so_many(times):
    kept = worth_keeping(times)
    assert kept <= set(times)
    assert len(kept) <= DAILY + WEEKLY + MONTHLY
    assert not times or max(times) in kept


@given(TIMES)
def test_thinning_after_each_backup_comes_to_the_same_as_thinning_once(times):
    one_by_one: frozenset[datetime] = frozenset()
    for time in sorted(times):
        one_by_one = worth_keeping({*one_by_one, time})
    assert one_by_one == worth_keeping(times)


@given(TIMES, st.datetimes(datetime(2028, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC)))
def test_a_backup_that_went_never_comes_back(times, later):
    assert worth_keeping([*times, later]) <= {*worth_keeping(times), later}


def test_three_years_of_hourly_backups_thin_out_to_days_weeks_and_months():
    last = datetime(2026, 6, 30, 20, tzinfo=UTC)
    kept = sorted(worth_keeping(last - timedelta(hours=h) for h in range(3 * 365 * 24)), reverse=True)
    assert kept[:DAILY] == [kept[0]] + [datetime(2026, 6, 30 - d, 23, tzinfo=UTC) for d in range(1, DAILY)]
    weeks = {time.isocalendar()[:2] for time in kept}
    assert len(weeks) >= WEEKLY and {(time.year, time.month) for time in kept} >= {(2025, 10), (2026, 2)}
    assert len(kept) <= DAILY + WEEKLY + MONTHLY
    assert kept[-1] == datetime(2025, 10, 31, 23, tzinfo=UTC)


def test_nothing_is_kept_of_nothing():
    assert worth_keeping([]) == frozenset()
