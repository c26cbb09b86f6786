-- Providers, their sites and prices.
-- Written by package provider alone; division is reference data (R__divisions.sql).
--
-- Prices are dated by instant, because a receipt of an offline till is judged by the prices of the instant of the
-- sale: a price list never changes, a new one ends the one before. Codes of divisions outside the city are allowed, so
-- no table references division.

create table division (
    code varchar(9) character set ascii collate ascii_bin not null
        comment 'Code of 2 to 9 digits (GB/T 2260, then the street)',
    name varchar(60) not null comment 'Name in Chinese',
    primary key (code)
) engine = InnoDB default charset = utf8mb4
    comment = 'Names of administrative divisions; reference data';

create table provider (
    provider_id    bigint not null comment 'Id of the provider',
    name           varchar(100) not null comment 'Name',
    kind           varchar(20) character set ascii collate ascii_bin not null
        comment 'CANTEEN, CENTRAL_KITCHEN or DELIVERY',
    district_code  varchar(6) character set ascii collate ascii_bin not null comment 'District that pays it',
    account_name   varchar(100) not null comment 'Name of the holder of its bank account',
    account_number varchar(160) character set ascii collate ascii_bin not null
        comment 'Sealed number of its bank account',
    bank_code      varchar(20) character set ascii collate ascii_bin not null comment 'Code of its bank (CNAPS)',
    primary key (provider_id),
    key provider_by_district (district_code, provider_id),
    constraint provider_kind_known check (kind in ('CANTEEN', 'CENTRAL_KITCHEN', 'DELIVERY'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Organisations that run sites or deliver, and are paid';

create table site (
    site_id         bigint not null comment 'Id of the site',
    provider_id     bigint not null comment 'Provider that runs it',
    district_code   varchar(6) character set ascii collate ascii_bin not null comment 'District, 6 digits',
    division        varchar(9) character set ascii collate ascii_bin not null
        comment 'Division where it is, down to the street',
    name            varchar(100) not null comment 'Name',
    type            varchar(20) character set ascii collate ascii_bin not null
        comment 'Type: CARE_CENTRE, STATION, RESTAURANT, ELDER_TABLE, STAFF_CANTEEN or CENTRAL_KITCHEN',
    grade           int not null comment 'Grade from 1 to 5 stars; 0 without a grade',
    listed_from     date not null comment 'First day on which it is on the list of subsidised sites',
    listed_to       date null comment 'Last such day; null without an end',
    address         varchar(200) not null comment 'Address',
    latitude_micro  int not null comment 'Latitude in millionths of a degree',
    longitude_micro int not null comment 'Longitude in millionths of a degree',
    seats           int not null comment 'Number of seats',
    daily_capacity  int not null comment 'Number of meals that it can serve in a day',
    version         int not null comment 'Version for optimistic locking, from 1',
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
) engine = InnoDB default charset = utf8mb4
    comment = 'Places where meals are sold';

create table price_list (
    list_id    bigint not null comment 'Id of the list',
    site_id    bigint not null comment 'Site',
    valid_from datetime(6) not null comment 'First instant in force, UTC',
    valid_to   datetime(6) null comment 'First instant not in force any more, UTC; null without an end',
    set_by     varchar(64) character set ascii collate ascii_bin not null comment 'Account that set it',
    set_at     datetime(6) not null comment 'When it was set, UTC',
    primary key (list_id),
    key price_list_by_site (site_id, valid_from),
    constraint price_list_of_site foreign key (site_id) references site (site_id),
    constraint price_list_in_order check (valid_to is null or valid_from <= valid_to)
) engine = InnoDB default charset = utf8mb4
    comment = 'Price lists of sites, in force from valid_from until before valid_to; empty if replaced before it began';

create table price (
    list_id      bigint not null comment 'List of the item',
    sku          varchar(64) character set ascii collate ascii_bin not null comment 'Code of the item',
    position     int not null comment 'Position on the list, from 0',
    name         varchar(100) not null comment 'Name of the item',
    price_fen    bigint not null comment 'Price in fen; 0 with an open price',
    subsidisable boolean not null comment '1 if it is part of the bill that policies look at, else 0',
    open_price   boolean not null comment '1 if the till enters the price, else 0',
    primary key (list_id, sku),
    constraint price_of_price_list foreign key (list_id) references price_list (list_id),
    constraint price_in_range check (price_fen between 0 and 1000000000),
    constraint price_open_is_zero check (open_price = 0 or price_fen = 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Items of a price list';

create table provider_change (
    change_id  bigint not null comment 'Id of the change',
    subject    varchar(20) character set ascii collate ascii_bin not null comment 'PROVIDER or SITE',
    subject_id bigint not null comment 'Id of the provider or site',
    changed_at datetime(6) not null comment 'When it was changed, UTC',
    changed_by varchar(64) character set ascii collate ascii_bin not null comment 'Account that changed it',
    content    longtext not null comment 'What was on file afterwards, JSON',
    primary key (change_id),
    key provider_change_by_subject (subject, subject_id, change_id),
    constraint provider_change_subject_known check (subject in ('PROVIDER', 'SITE'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Changes of providers and sites; append-only';

create table provider_account_change (
    change_id      bigint not null comment 'Id of the change',
    provider_id    bigint not null comment 'Provider whose account changes',
    account_name   varchar(100) not null comment 'Name of the holder of the new account',
    account_number varchar(160) character set ascii collate ascii_bin not null
        comment 'Sealed number of the new account',
    bank_code      varchar(20) character set ascii collate ascii_bin not null
        comment 'Code of the bank of the new account (CNAPS)',
    open           tinyint null
        comment '1 while it waits for the second person, else null: a provider has one at a time',
    asked_by       varchar(64) character set ascii collate ascii_bin not null comment 'Account that requested it',
    asked_at       datetime(6) not null comment 'When it was requested, UTC',
    confirmed_by   varchar(64) character set ascii collate ascii_bin null
        comment 'Account of the second person; null until then',
    confirmed_at   datetime(6) null comment 'When it was confirmed, UTC; null until then',
    good_from      datetime(6) null
        comment 'Since when payments go to the new account, UTC; null until it is confirmed',
    withdrawn_by   varchar(64) character set ascii collate ascii_bin null
        comment 'Account that withdrew it; null if it was not withdrawn',
    withdrawn_at   datetime(6) null comment 'When it was withdrawn, UTC',
    primary key (change_id),
    constraint provider_account_change_one_waits unique (provider_id, open),
    key provider_account_change_good (provider_id, good_from),
    constraint provider_account_change_of_provider foreign key (provider_id) references provider (provider_id),
    constraint provider_account_change_second_person check (confirmed_by is null or confirmed_by <> asked_by),
    constraint provider_account_change_confirmed_is_good check ((confirmed_at is null) = (good_from is null)),
    constraint provider_account_change_waits_for_one
        check ((open is null) = (confirmed_at is not null or withdrawn_at is not null))
) engine = InnoDB default charset = utf8mb4
    comment = 'Changes of bank accounts: one person requests, another confirms, in force 24 hours after that';
