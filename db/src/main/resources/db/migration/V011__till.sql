-- Receipts of sales without a network, and totals of shifts as tills report them.
-- Written by package till alone.
--
-- A rejected receipt is kept like any other.

create table offline_receipt (
    receipt_id  bigint not null comment 'Id of the receipt',
    terminal    varchar(64) character set ascii collate ascii_bin not null comment 'Terminal that sold it',
    site_id     bigint not null comment 'Site',
    local_id    varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'Id that the till gave it',
    accepted    tinyint null comment '1 if accepted; null if rejected, so that a till may send a corrected one',
    outcome     varchar(13) character set ascii collate ascii_bin not null
        comment 'ACCEPTED, DUPLICATE, ACCEPTED_LESS (in part a loss of the provider) or REJECTED',
    reason      varchar(64) character set ascii collate ascii_bin null
        comment 'Why it was rejected; null if it was not',
    order_id    bigint null comment 'Order that was made of it; null if rejected',
    occurred_at datetime(6) not null comment 'When it was sold by the clock of the till, UTC',
    signature   varchar(128) character set utf8mb4 collate utf8mb4_bin not null comment 'Signature of the till',
    content     longtext not null comment 'The receipt as it was signed, JSON',
    received_at datetime(6) not null comment 'When it was received, UTC',
    primary key (receipt_id),
    constraint offline_receipt_once unique (terminal, local_id, accepted),
    key offline_receipt_site (site_id, receipt_id),
    constraint offline_receipt_accepted check ((accepted is null) = (order_id is null)),
    constraint offline_receipt_local_id_ends_visibly check (local_id not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Receipts that tills uploaded';

create table shift_report (
    report_id     bigint not null comment 'Id of the report',
    terminal      varchar(64) character set ascii collate ascii_bin not null comment 'Terminal',
    site_id       bigint not null comment 'Site',
    shift_id      varchar(64) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Id that the till gave the shift',
    from_at       datetime(6) not null comment 'Begin of the shift, UTC',
    to_at         datetime(6) not null comment 'End of the shift, UTC',
    count         bigint not null comment 'Number of checkouts',
    last_sequence bigint null comment 'Last number in the count of the till; null if it keeps none',
    gross_fen     bigint not null comment 'Sum of all items sold, in fen',
    reported_at   datetime(6) not null comment 'When it was reported, UTC',
    primary key (report_id),
    constraint shift_report_once unique (terminal, shift_id),
    key shift_report_site (site_id, from_at),
    key shift_report_till (terminal, from_at),
    constraint shift_report_shift_id_ends_visibly check (shift_id not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Totals of shifts';

create table shift_report_tender (
    report_id bigint not null comment 'Report',
    type      varchar(10) character set ascii collate ascii_bin not null
        comment 'CASH, MOBILE, BANK_CARD, ECNY or ALLOWANCE',
    fen       bigint not null comment 'Amount in fen',
    primary key (report_id, type)
) engine = InnoDB default charset = utf8mb4
    comment = 'Totals of shifts by means of payment';
