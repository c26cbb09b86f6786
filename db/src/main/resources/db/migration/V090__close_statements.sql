-- What a provider's day came to (package close alone writes these tables).
--
-- All but state, carried_fen and held_fen stays as the close wrote it; content_hash covers it. The lines of a
-- statement are no table: they are the postings of that provider and day.

create table statement (
    statement_id           bigint      not null,
    provider_id            bigint      not null,
    statement_date         date        not null,
    district_code          varchar(9)  character set ascii collate ascii_bin not null,
    state                  varchar(14) character set ascii collate ascii_bin not null,
    orders                 bigint      not null,
    refunds                bigint      not null,
    line_count             bigint      not null,
    gross_fen              bigint      not null,
    collected_fen          bigint      not null,
    platform_collected_fen bigint      not null,
    discount_fen           bigint      not null,
    diner_grant_fen        bigint      not null,
    elsewhere_fen          bigint      not null,
    incentive_fen          bigint      not null,
    adjustment_fen         bigint      not null,
    payable_fen            bigint      not null,
    carried_fen            bigint      not null,
    held_fen               bigint      not null,
    content_hash           char(64)    character set ascii collate ascii_bin not null,
    previous_hash          char(64)    character set ascii collate ascii_bin null,
    closed_at              datetime(6) not null,
    primary key (statement_id),
    constraint statement_once_a_day unique (provider_id, statement_date),
    key statement_of_day (statement_date, provider_id),
    key statement_of_district (district_code, statement_date, provider_id),
    constraint statement_has_a_state check (state in ('CALCULATED', 'CHECKED', 'CONFIRMED', 'REVIEWED',
        'APPROVED', 'IN_PAYMENT', 'PAID', 'PAYMENT_FAILED')),
    constraint statement_gross_adds_up check (gross_fen = collected_fen + platform_collected_fen
        + discount_fen + diner_grant_fen + elsewhere_fen),
    constraint statement_payable_adds_up check (payable_fen = gross_fen - collected_fen - discount_fen
        + incentive_fen + adjustment_fen)
) engine = InnoDB default charset = utf8mb4;

create table statement_fund (
    statement_id bigint       not null,
    payer        varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    fen          bigint       not null,
    primary key (statement_id, payer),
    constraint statement_fund_of_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4;

-- Which sites have lines on a statement: their streets review them.
create table statement_site (
    statement_id bigint not null,
    site_id      bigint not null,
    line_count   bigint not null,
    primary key (statement_id, site_id),
    key statement_site_of_site (site_id, statement_id),
    constraint statement_site_of_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4;

-- Providers whose day could not be computed, and why; a row goes once it could.
create table parked_day (
    provider_id bigint        not null,
    day         date          not null,
    cause       varchar(16)   character set ascii collate ascii_bin not null,
    detail      varchar(1000) not null,
    tries       int           not null,
    parked_at   datetime(6)   not null,
    primary key (provider_id, day),
    key parked_day_by_day (day, provider_id),
    constraint parked_day_has_a_cause check (cause in ('SUM_TOO_LARGE', 'BOOKS_UNREADABLE', 'REFUSED', 'WAITS'))
) engine = InnoDB default charset = utf8mb4;
