-- Who serves meals, where, and for how much (package provider alone writes these tables).
--
-- Prices are dated by instant, because a receipt of an offline till is judged by the prices of the
-- instant it happened: a price list never changes, a new one ends the one before. Divisions are
-- reference data for names; codes of other places are allowed, so nothing points at them.

create table division (
    code varchar(9) character set ascii collate ascii_bin not null,
    name varchar(60) not null,
    primary key (code)
) engine = InnoDB default charset = utf8mb4;

create table provider (
    provider_id   bigint       not null,
    name          varchar(100) not null,
    kind          varchar(20)  character set ascii collate ascii_bin not null,
    district_code varchar(6)   character set ascii collate ascii_bin not null,
    account_name  varchar(100) not null,
    -- encrypted
    account_number varchar(160) character set ascii collate ascii_bin not null,
    bank_code     varchar(20)  character set ascii collate ascii_bin not null,
    primary key (provider_id),
    key provider_by_district (district_code, provider_id),
    constraint provider_kind_known check (kind in ('CANTEEN', 'CENTRAL_KITCHEN', 'DELIVERY'))
) engine = InnoDB default charset = utf8mb4;

create table site (
    site_id         bigint       not null,
    provider_id     bigint       not null,
    district_code   varchar(6)   character set ascii collate ascii_bin not null,
    division        varchar(9)   character set ascii collate ascii_bin not null,
    name            varchar(100) not null,
    type            varchar(20)  character set ascii collate ascii_bin not null,
    grade           int          not null,
    listed_from     date         not null,
    listed_to       date         null,
    address         varchar(200) not null,
    latitude_micro  int          not null,
    longitude_micro int          not null,
    seats           int          not null,
    daily_capacity  int          not null,
    version         int          not null,
    primary key (site_id),
    key site_by_provider (provider_id, site_id),
    key site_by_district (district_code, site_id),
    key site_by_division (division, site_id),
    constraint site_of_provider foreign key (provider_id) references provider (provider_id),
    constraint site_in_district check (division like concat(district_code, '%')),
    constraint site_grade_in_range check (grade between 0 and 5),
    constraint site_listed_in_order check (listed_to is null or listed_from <= listed_to),
    constraint site_on_earth check (latitude_micro between -90000000 and 90000000
        and longitude_micro between -180000000 and 180000000),
    constraint site_counts_not_negative check (seats >= 0 and daily_capacity >= 0 and version >= 1)
) engine = InnoDB default charset = utf8mb4;

-- In force from valid_from until before valid_to. One that was overtaken before it began is empty.
create table price_list (
    list_id    bigint      not null,
    site_id    bigint      not null,
    valid_from datetime(6) not null,
    valid_to   datetime(6) null,
    set_by     varchar(64) character set ascii collate ascii_bin not null,
    set_at     datetime(6) not null,
    primary key (list_id),
    key price_list_by_site (site_id, valid_from),
    constraint price_list_of_site foreign key (site_id) references site (site_id),
    constraint price_list_in_order check (valid_to is null or valid_from <= valid_to)
) engine = InnoDB default charset = utf8mb4;

create table price (
    list_id      bigint       not null,
    sku          varchar(64)  character set ascii collate ascii_bin not null,
    position     int          not null,
    name         varchar(100) not null,
    price_fen    bigint       not null,
    subsidisable boolean      not null,
    open_price   boolean      not null,
    primary key (list_id, sku),
    constraint price_on_list foreign key (list_id) references price_list (list_id),
    constraint price_in_range check (price_fen between 0 and 1000000000),
    constraint price_open_is_zero check (open_price = 0 or price_fen = 0)
) engine = InnoDB default charset = utf8mb4;

-- Who changed what, when, and what it was then.
create table provider_change (
    change_id  bigint      not null,
    subject    varchar(20) character set ascii collate ascii_bin not null,
    subject_id bigint      not null,
    changed_at datetime(6) not null,
    changed_by varchar(64) character set ascii collate ascii_bin not null,
    content    longtext    not null,
    primary key (change_id),
    key provider_change_by_subject (subject, subject_id, change_id),
    constraint provider_change_subject_known check (subject in ('PROVIDER', 'SITE'))
) engine = InnoDB default charset = utf8mb4;
