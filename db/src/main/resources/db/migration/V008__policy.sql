-- Subsidy policies with all their versions, and the state calendar.
-- Written by package policy alone; calendar_day is reference data (R__calendar_days.sql).
--
-- A document never changes. The author of a version does not release it; reference data is released at once.

create table calendar_day (
    day     date not null comment 'Day',
    working boolean not null comment '1 if it is worked, 0 if it is a day off',
    primary key (day)
) engine = InnoDB default charset = utf8mb4
    comment = 'Days that are worked or off by the state calendar where that is not Monday to Friday; reference data';

create table policy_version (
    code         varchar(64) character set ascii collate ascii_bin not null comment 'Code of the policy',
    version      int not null comment 'Version, from 1',
    owner        varchar(9) character set ascii collate ascii_bin not null comment 'Division code that owns the policy',
    effective_to date null comment 'Last day in force if an officer ended the policy; null: as the document says',
    document     longtext not null comment 'The policy, JSON',
    author       varchar(100) character set utf8mb4 collate utf8mb4_bin not null comment 'Account that wrote it',
    written_at   datetime(6) not null comment 'When it was written, UTC',
    released_by  varchar(100) character set utf8mb4 collate utf8mb4_bin null
        comment 'Account that released it; null for a draft',
    released_at  datetime(6) null comment 'When it was released, UTC; null for a draft',
    primary key (code, version),
    key policy_version_by_owner (owner, code, version),
    constraint policy_released_whole check ((released_by is null) = (released_at is null)),
    constraint policy_released_by_another check (released_by is null or released_by <> author),
    constraint policy_draft_not_ended check (effective_to is null or released_by is not null)
) engine = InnoDB default charset = utf8mb4
    comment = 'Versions of subsidy policies';

create table policy_change (
    id      tinyint not null comment 'Always 1',
    changes bigint not null comment 'Number of releases and ends',
    primary key (id),
    constraint policy_change_one_row check (id = 1)
) engine = InnoDB default charset = utf8mb4
    comment = 'One row that counts releases and ends of policies; nodes read it to see whether their copy is current';

insert into policy_change (id, changes) values (1, 0);
