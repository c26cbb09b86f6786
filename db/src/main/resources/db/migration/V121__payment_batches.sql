-- Money that goes out (package payment alone writes these tables).
--
-- A batch is made once: its message id, the end-to-end ids of its payments and the accounts they go to stay. What
-- the bank says is kept line by line, also what does not fit.

create table payment_batch (
    batch_id      bigint      not null,
    district_code varchar(6)  character set ascii collate ascii_bin not null,
    through_date  date        not null,
    message_id    varchar(35) character set ascii collate ascii_bin not null,
    made_by       varchar(64) character set ascii collate ascii_bin not null,
    made_at       datetime(6) not null,
    made_on       date        not null,
    primary key (batch_id),
    constraint payment_batch_message_once unique (message_id),
    key payment_batch_of_district (district_code, batch_id)
) engine = InnoDB default charset = utf8mb4;

create table payment (
    payment_id     bigint       not null,
    batch_id       bigint       not null,
    provider_id    bigint       not null,
    end_to_end_id  varchar(35)  character set ascii collate ascii_bin not null,
    fen            bigint       not null,
    account_name   varchar(100) not null,
    -- sealed
    account_number varchar(160) character set ascii collate ascii_bin not null,
    bank_code      varchar(20)  character set ascii collate ascii_bin not null,
    state          varchar(8)   character set ascii collate ascii_bin not null,
    reason         varchar(500) null,
    state_since    datetime(6)  not null,
    primary key (payment_id),
    constraint payment_once_a_batch unique (batch_id, provider_id),
    constraint payment_end_to_end_once unique (end_to_end_id),
    key payment_of_provider (provider_id, payment_id),
    constraint payment_of_batch foreign key (batch_id) references payment_batch (batch_id),
    constraint payment_pays_something check (fen > 0),
    constraint payment_state_known check (state in ('SENT', 'UNKNOWN', 'SETTLED', 'FAILED', 'RETURNED'))
) engine = InnoDB default charset = utf8mb4;

-- Which statements a batch took up, and with what; without a payment where they came to exactly 0.
create table payment_statement (
    batch_id     bigint not null,
    statement_id bigint not null,
    provider_id  bigint not null,
    payment_id   bigint null,
    fen          bigint not null,
    primary key (batch_id, statement_id),
    key payment_statement_of_statement (statement_id, batch_id),
    key payment_statement_of_payment (payment_id),
    constraint payment_statement_of_batch foreign key (batch_id) references payment_batch (batch_id)
) engine = InnoDB default charset = utf8mb4;

-- Every line of the bank's answers. effect says what it did: APPLIED, REPEATED (it stood so already), CONFLICT (it
-- cannot be, as the payment stands), AMOUNT_DIFFERS, NOT_OURS (no such payment in the batch).
create table payment_result (
    result_id     bigint       not null,
    batch_id      bigint       not null,
    payment_id    bigint       null,
    end_to_end_id varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    outcome       varchar(8)   character set ascii collate ascii_bin not null,
    fen           bigint       null,
    reason        varchar(500) null,
    effect        varchar(14)  character set ascii collate ascii_bin not null,
    reported_by   varchar(64)  character set ascii collate ascii_bin not null,
    reported_at   datetime(6)  not null,
    primary key (result_id),
    key payment_result_of_batch (batch_id, result_id),
    constraint payment_result_of_batch foreign key (batch_id) references payment_batch (batch_id)
) engine = InnoDB default charset = utf8mb4;
