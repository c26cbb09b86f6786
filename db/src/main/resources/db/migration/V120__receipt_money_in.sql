-- Money that came in, and what it paid (package receipt alone writes these tables).
--
-- A reference of the bank counts once in a district. What is not matched yet is money in advance: it is matched
-- when something is owed and the next money of the same source comes in.

create table money_receipt (
    receipt_id    bigint       not null,
    district_code varchar(6)   character set ascii collate ascii_bin not null,
    source_kind   varchar(8)   character set ascii collate ascii_bin not null,
    source        varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    fen           bigint       not null,
    matched_fen   bigint       not null,
    received_on   date         not null,
    reference     varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    recorded_by   varchar(64)  character set ascii collate ascii_bin not null,
    recorded_at   datetime(6)  not null,
    booking_date  date         not null,
    primary key (receipt_id),
    constraint money_receipt_reference_once unique (district_code, reference),
    key money_receipt_of_source (district_code, source_kind, source, receipt_id),
    constraint money_receipt_source_known check (source_kind in ('PAYER', 'PROVIDER', 'TENDER')),
    constraint money_receipt_matches_no_more_than_it_is check (fen > 0 and matched_fen between 0 and fen)
) engine = InnoDB default charset = utf8mb4;

-- What holds a lock while money of one source is matched: a row that always exists.
create table money_source (
    district_code varchar(6)   character set ascii collate ascii_bin not null,
    source_kind   varchar(8)   character set ascii collate ascii_bin not null,
    source        varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (district_code, source_kind, source)
) engine = InnoDB default charset = utf8mb4;

-- subject_id is the statement whose CLAIM of the payer, or whose DEBT of the provider, is paid; for TAKINGS of an
-- acquirer the booking day, counted from 1970-01-01.
create table receipt_match (
    receipt_id   bigint     not null,
    subject_kind varchar(7) character set ascii collate ascii_bin not null,
    subject_id   bigint     not null,
    fen          bigint     not null,
    primary key (receipt_id, subject_kind, subject_id),
    key receipt_match_of_subject (subject_kind, subject_id),
    constraint receipt_match_of_receipt foreign key (receipt_id) references money_receipt (receipt_id),
    constraint receipt_match_pays_something check (fen > 0)
) engine = InnoDB default charset = utf8mb4;
