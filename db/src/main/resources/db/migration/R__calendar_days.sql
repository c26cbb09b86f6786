-- Reference data: working days of the state calendar that are not Monday to Friday, and weekdays off,
-- by the notices of the State Council's general office of 2024-11-12 (for 2025) and 2025-11-04 (for
-- 2026). Holidays that fall on a weekend need no row. Next year's notice: add its days here.
insert into calendar_day (day, working)
select fresh.day, fresh.working
from (
    select cast('2025-01-01' as date) as day, 0 as working
    union all select cast('2025-01-26' as date), 1
    union all select cast('2025-01-28' as date), 0
    union all select cast('2025-01-29' as date), 0
    union all select cast('2025-01-30' as date), 0
    union all select cast('2025-01-31' as date), 0
    union all select cast('2025-02-03' as date), 0
    union all select cast('2025-02-04' as date), 0
    union all select cast('2025-02-08' as date), 1
    union all select cast('2025-04-04' as date), 0
    union all select cast('2025-04-27' as date), 1
    union all select cast('2025-05-01' as date), 0
    union all select cast('2025-05-02' as date), 0
    union all select cast('2025-05-05' as date), 0
    union all select cast('2025-06-02' as date), 0
    union all select cast('2025-09-28' as date), 1
    union all select cast('2025-10-01' as date), 0
    union all select cast('2025-10-02' as date), 0
    union all select cast('2025-10-03' as date), 0
    union all select cast('2025-10-06' as date), 0
    union all select cast('2025-10-07' as date), 0
    union all select cast('2025-10-08' as date), 0
    union all select cast('2025-10-11' as date), 1
    union all select cast('2026-01-01' as date), 0
    union all select cast('2026-01-02' as date), 0
    union all select cast('2026-01-04' as date), 1
    union all select cast('2026-02-14' as date), 1
    union all select cast('2026-02-16' as date), 0
    union all select cast('2026-02-17' as date), 0
    union all select cast('2026-02-18' as date), 0
    union all select cast('2026-02-19' as date), 0
    union all select cast('2026-02-20' as date), 0
    union all select cast('2026-02-23' as date), 0
    union all select cast('2026-02-28' as date), 1
    union all select cast('2026-04-06' as date), 0
    union all select cast('2026-05-01' as date), 0
    union all select cast('2026-05-04' as date), 0
    union all select cast('2026-05-05' as date), 0
    union all select cast('2026-05-09' as date), 1
    union all select cast('2026-06-19' as date), 0
    union all select cast('2026-09-20' as date), 1
    union all select cast('2026-09-25' as date), 0
    union all select cast('2026-10-01' as date), 0
    union all select cast('2026-10-02' as date), 0
    union all select cast('2026-10-05' as date), 0
    union all select cast('2026-10-06' as date), 0
    union all select cast('2026-10-07' as date), 0
    union all select cast('2026-10-10' as date), 1
) fresh
on duplicate key update working = fresh.working;
