-- Subsidy policies with all their versions (package policy alone writes these tables).
--
-- A document never changes: an officer who ends a policy sets effective_to, which then holds instead
-- of the document's. Who wrote a version is not who released it. Reference data is released at once.

create table policy_version (
    code           varchar(64)  character set ascii collate ascii_bin not null,
    version        int          not null,
    owner          varchar(9)   character set ascii collate ascii_bin not null,
    -- null: as the document says
    effective_to   date         null,
    document       longtext     not null,
    author         varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    written_at     datetime(6)  not null,
    -- null: a draft
    released_by    varchar(100) character set utf8mb4 collate utf8mb4_bin null,
    released_at    datetime(6)  null,
    primary key (code, version),
    key policy_version_by_owner (owner, code, version),
    constraint policy_released_whole check ((released_by is null) = (released_at is null)),
    constraint policy_released_by_another check (released_by is null or released_by <> author),
    constraint policy_draft_not_ended check (effective_to is null or released_by is not null)
) engine = InnoDB default charset = utf8mb4;

-- One row, counted up whenever a policy is released or ended: nodes look here whether what they hold
-- of policy_version is still all.
create table policy_change (
    id      tinyint not null,
    changes bigint  not null,
    primary key (id),
    constraint policy_change_one_row check (id = 1)
) engine = InnoDB default charset = utf8mb4;

insert into policy_change (id, changes) values (1, 0);
