-- Money that came in, and what it paid.
-- Written by package receipt alone.
--
-- What is not matched yet is money in advance: it is matched when something is owed and the next money of the same
-- source comes in.

create table money_receipt (
    receipt_id    bigint not null comment 'Id of the receipt',
    district_code varchar(6) character set ascii collate ascii_bin not null comment 'District that received it',
    source_kind   varchar(8) character set ascii collate ascii_bin not null
        comment 'PAYER, PROVIDER or TENDER (an acquirer)',
    source        varchar(255) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Payer, provider or type of tender',
    fen           bigint not null comment 'Amount in fen',
    matched_fen   bigint not null comment 'What of it is matched, in fen',
    received_on   date not null comment 'Day on which it was received',
    reference     varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'Reference of the bank',
    recorded_by   varchar(64) character set ascii collate ascii_bin not null comment 'Account that recorded it',
    recorded_at   datetime(6) not null comment 'When it was recorded, UTC',
    booking_date  date not null comment 'Day on which it is booked',
    primary key (receipt_id),
    constraint money_receipt_reference_once unique (district_code, reference),
    key money_receipt_of_source (district_code, source_kind, source, receipt_id),
    constraint money_receipt_source_known check (source_kind in ('PAYER', 'PROVIDER', 'TENDER')),
    constraint money_receipt_matches_no_more_than_it_is check (fen > 0 and matched_fen between 0 and fen),
    constraint money_receipt_reference_ends_visibly check (reference not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Money that came in; a reference of the bank counts once in a district';

create table money_source (
    district_code varchar(6) character set ascii collate ascii_bin not null comment 'District',
    source_kind   varchar(8) character set ascii collate ascii_bin not null comment 'PAYER, PROVIDER or TENDER',
    source        varchar(255) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Payer, provider or type of tender',
    primary key (district_code, source_kind, source),
    constraint money_source_source_ends_visibly check (source not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Sources of money; a row is locked while money of the source is matched';

create table receipt_match (
    receipt_id   bigint not null comment 'Receipt',
    subject_kind varchar(7) character set ascii collate ascii_bin not null
        comment 'CLAIM (of a payer), DEBT (of a provider) or TAKINGS (of an acquirer)',
    subject_id   bigint not null
        comment 'Statement whose claim or debt is paid; for TAKINGS the booking day in days since 1970-01-01',
    fen          bigint not null comment 'Amount in fen',
    primary key (receipt_id, subject_kind, subject_id),
    key receipt_match_of_subject (subject_kind, subject_id),
    constraint receipt_match_of_money_receipt foreign key (receipt_id) references money_receipt (receipt_id),
    constraint receipt_match_pays_something check (fen > 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'What receipts paid';
