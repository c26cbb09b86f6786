-- Statements: what the day of a provider came to.
-- Written by package close alone.
--
-- All but state, carried_fen, held_fen, version and state_since stays as the close wrote it; content_hash covers it.
-- The lines of a statement are the postings of that provider and day. The statements of a provider are one chain by
-- previous_hash, whatever the order of their days; no two follow the same one.

create table statement (
    statement_id           bigint not null comment 'Id of the statement',
    provider_id            bigint not null comment 'Provider',
    statement_date         date not null comment 'Day, by booking date',
    district_code          varchar(9) character set ascii collate ascii_bin not null comment 'District that pays it',
    state                  varchar(14) character set ascii collate ascii_bin not null
        comment 'CALCULATED, CHECKED, CONFIRMED, REVIEWED, APPROVED, IN_PAYMENT, PAID or PAYMENT_FAILED',
    orders                 bigint not null comment 'Number of orders',
    refunds                bigint not null comment 'Number of refunds',
    line_count             bigint not null comment 'Number of lines',
    gross_fen              bigint not null comment 'Gross of meals and fees in fen, net of refunds',
    collected_fen          bigint not null comment 'What the provider took from elders itself, in fen',
    platform_collected_fen bigint not null comment 'What the acquirer of the platform took from elders, in fen',
    discount_fen           bigint not null comment 'What the provider bears, in fen',
    diner_grant_fen        bigint not null comment 'What payers bear for elders, in fen',
    elsewhere_fen          bigint not null
        comment 'What the other provider of an order took or bears for this one, in fen; negative there',
    incentive_fen          bigint not null comment 'Incentives granted to the provider, in fen',
    adjustment_fen         bigint not null comment 'Recoveries and corrections of the day, in fen',
    payable_fen            bigint not null comment 'What is owed to the provider, in fen; negative if it owes',
    carried_fen            bigint not null comment 'Open negative sum of the provider at the close, 0 or less, in fen',
    held_fen               bigint not null comment 'What a payment leaves out because its lines are on hold, in fen',
    content_hash           char(64) character set ascii collate ascii_bin not null
        comment 'Hash over the content and the lines, hex',
    previous_hash          char(64) character set ascii collate ascii_bin null
        comment 'Hash of the preceding statement of the provider, hex; null for the first',
    closed_at              datetime(6) not null comment 'When it was made, UTC',
    version                int not null default 1 comment 'Counts the steps of review and payment, from 1; not hashed',
    state_since            datetime(6) null
        comment 'Since when it has been in its state, UTC; not hashed; null for the close',
    primary key (statement_id),
    constraint statement_once_a_day unique (provider_id, statement_date),
    constraint statement_is_followed_once unique (provider_id, previous_hash),
    key statement_of_day (statement_date, provider_id),
    key statement_of_district (district_code, statement_date, provider_id),
    key statement_by_state (state, district_code, statement_date),
    constraint statement_has_a_state check (state in ('CALCULATED', 'CHECKED', 'CONFIRMED', 'REVIEWED',
        'APPROVED', 'IN_PAYMENT', 'PAID', 'PAYMENT_FAILED')),
    constraint statement_gross_adds_up check (gross_fen = collected_fen + platform_collected_fen
        + discount_fen + diner_grant_fen + elsewhere_fen),
    constraint statement_payable_adds_up check (payable_fen = gross_fen - collected_fen - discount_fen
        + incentive_fen + adjustment_fen),
    constraint statement_holds_nothing_negative check (held_fen >= 0),
    constraint statement_version_counts check (version >= 1)
) engine = InnoDB default charset = utf8mb4
    comment = 'Statements, one for each provider and day';

delimiter //
create trigger statement_is_never_deleted before delete on statement for each row
begin
    if not exists (select 1 from retention_mark r
                    where r.kind = 'statements' and r.before_date > old.statement_date) then
        signal sqlstate '45000' set message_text = 'statements are never deleted';
    end if;
end//
delimiter ;

create table statement_fund (
    statement_id bigint not null comment 'Statement',
    payer        varchar(255) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Payer: a division, the provider or CHARITY:<name>',
    fen          bigint not null comment 'Amount in fen, net of refunds',
    primary key (statement_id, payer),
    constraint statement_fund_of_statement foreign key (statement_id) references statement (statement_id),
    constraint statement_fund_payer_ends_visibly check (payer not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'What each payer bears of a statement';

create table statement_site (
    statement_id bigint not null comment 'Statement',
    site_id      bigint not null comment 'Site',
    line_count   bigint not null comment 'Number of lines of the site',
    primary key (statement_id, site_id),
    key statement_site_of_site (site_id, statement_id),
    constraint statement_site_of_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Sites with lines on a statement: their streets review them';

create table statement_anchor (
    provider_id    bigint not null comment 'Provider',
    statement_date date not null comment 'Day of the deleted statement',
    content_hash   char(64) character set ascii collate ascii_bin not null comment 'Its hash, hex',
    previous_hash  char(64) character set ascii collate ascii_bin null
        comment 'Hash of the statement that it followed, hex; null for the first',
    primary key (provider_id, statement_date),
    key statement_anchor_follows (provider_id, previous_hash)
) engine = InnoDB default charset = utf8mb4
    comment = 'Hashes of deleted statements that a later one follows';

create table parked_day (
    provider_id bigint not null comment 'Provider',
    day         date not null comment 'Day',
    cause       varchar(16) character set ascii collate ascii_bin not null
        comment 'SUM_TOO_LARGE, BOOKS_UNREADABLE, REFUSED, DEFECT (unknown) or WAITS (an earlier day is parked)',
    detail      varchar(1000) not null comment 'Details as text',
    tries       int not null comment 'Number of tries',
    parked_at   datetime(6) not null comment 'When it was parked, UTC',
    told_at     datetime(6) null comment 'When the event settlement.parked was written, UTC; null until then',
    primary key (provider_id, day),
    key parked_day_by_day (day, provider_id),
    constraint parked_day_has_a_cause check (cause in
        ('SUM_TOO_LARGE', 'BOOKS_UNREADABLE', 'REFUSED', 'DEFECT', 'WAITS'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Days of providers that could not be computed; deleted when they could';
