-- What tills sold while they were cut off, and what they say they took. Package till alone writes
-- these tables. A receipt that is rejected is kept like any other: nothing is dropped silently.

create table offline_receipt (
    receipt_id  bigint       not null,
    terminal    varchar(64)  character set ascii collate ascii_bin not null,
    site_id     bigint       not null,
    local_id    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    accepted    tinyint      null,
    outcome     varchar(13)  character set ascii collate ascii_bin not null,
    reason      varchar(64)  character set ascii collate ascii_bin null,
    order_id    bigint       null,
    occurred_at datetime(6)  not null,
    signature   varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    content     longtext     not null,
    received_at datetime(6)  not null,
    primary key (receipt_id),
    -- Null for the rejected, so that a till may mend one and send it again.
    constraint offline_receipt_once unique (terminal, local_id, accepted),
    key offline_receipt_site (site_id, receipt_id),
    constraint offline_receipt_accepted check ((accepted is null) = (order_id is null))
) engine = InnoDB default charset = utf8mb4;

create table shift_report (
    report_id     bigint      not null,
    terminal      varchar(64) character set ascii collate ascii_bin not null,
    site_id       bigint      not null,
    shift_id      varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    from_at       datetime(6) not null,
    to_at         datetime(6) not null,
    count         bigint      not null,
    last_sequence bigint      null,
    gross_fen     bigint      not null,
    reported_at   datetime(6) not null,
    primary key (report_id),
    constraint shift_report_once unique (terminal, shift_id),
    key shift_report_site (site_id, from_at)
) engine = InnoDB default charset = utf8mb4;

create table shift_report_tender (
    report_id bigint      not null,
    type      varchar(10) character set ascii collate ascii_bin not null,
    fen       bigint      not null,
    primary key (report_id, type)
) engine = InnoDB default charset = utf8mb4;
