-- Money that goes out: batches, payments, and answers of the bank.
-- Written by package payment alone.
--
-- A batch is made once: its message id, the end-to-end ids of its payments and the accounts they go to stay. Every
-- line of an answer is kept, also what does not fit. Large files are handled in portions (docs/decisions/0223).

create table payment_batch (
    batch_id      bigint not null comment 'Id of the batch',
    district_code varchar(6) character set ascii collate ascii_bin not null comment 'District that pays',
    through_date  date not null comment 'Last day whose statements it took up',
    message_id    varchar(35) character set ascii collate ascii_bin not null comment 'Message id of the file',
    made_by       varchar(64) character set ascii collate ascii_bin not null comment 'Account that made it',
    made_at       datetime(6) not null comment 'When it was made, UTC',
    made_on       date not null comment 'Day on which it was made',
    primary key (batch_id),
    constraint payment_batch_message_once unique (message_id),
    key payment_batch_of_district (district_code, batch_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Payments of a district that go to the bank in one file';

create table payment (
    payment_id     bigint not null comment 'Id of the payment',
    batch_id       bigint not null comment 'Batch',
    provider_id    bigint not null comment 'Provider that is paid',
    end_to_end_id  varchar(35) character set ascii collate ascii_bin not null comment 'End-to-end id for the bank',
    fen            bigint not null comment 'Amount in fen',
    account_name   varchar(100) not null comment 'Name of the holder of the account',
    account_number varchar(160) character set ascii collate ascii_bin not null comment 'Sealed number of the account',
    bank_code      varchar(20) character set ascii collate ascii_bin not null comment 'Code of the bank (CNAPS)',
    state          varchar(8) character set ascii collate ascii_bin not null
        comment 'SENT, UNKNOWN, SETTLED, FAILED or RETURNED',
    reason         varchar(500) null comment 'Reason of a failure or return; null without one',
    state_since    datetime(6) not null comment 'Since when it has been in its state, UTC',
    primary key (payment_id),
    constraint payment_once_a_batch unique (batch_id, provider_id),
    constraint payment_end_to_end_once unique (end_to_end_id),
    key payment_of_provider (provider_id, payment_id),
    constraint payment_of_payment_batch foreign key (batch_id) references payment_batch (batch_id),
    constraint payment_pays_something check (fen > 0),
    constraint payment_state_known check (state in ('SENT', 'UNKNOWN', 'SETTLED', 'FAILED', 'RETURNED'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Payments to providers, one for each provider of a batch';

create table payment_statement (
    batch_id     bigint not null comment 'Batch',
    statement_id bigint not null comment 'Statement',
    provider_id  bigint not null comment 'Provider of the statement',
    payment_id   bigint null comment 'Payment; null where the statements of a provider came to exactly 0',
    fen          bigint not null comment 'What was open of the statement, in fen',
    primary key (batch_id, statement_id),
    key payment_statement_of_statement (statement_id, batch_id),
    key payment_statement_of_payment (payment_id),
    constraint payment_statement_of_payment_batch foreign key (batch_id) references payment_batch (batch_id),
    constraint payment_statement_of_payment foreign key (payment_id) references payment (payment_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Statements that a batch took up';

create table payment_answer (
    answer_id    bigint not null comment 'Id of the file',
    batch_id     bigint not null comment 'Batch',
    content_hash char(64) character set ascii collate ascii_bin not null
        comment 'Hash of the lines as they were read, hex',
    line_count   int not null comment 'Number of lines',
    done         int not null comment 'Number of lines that were handled',
    begun_by     varchar(64) character set ascii collate ascii_bin not null comment 'Account that sent the file',
    begun_at     datetime(6) not null comment 'When it was received, UTC',
    primary key (answer_id),
    constraint payment_answer_once unique (batch_id, content_hash),
    constraint payment_answer_of_payment_batch foreign key (batch_id) references payment_batch (batch_id),
    constraint payment_answer_done_holds check (done between 0 and line_count)
) engine = InnoDB default charset = utf8mb4
    comment = 'How far a file of the bank was handled; deleted with the answer of the request';

create table payment_result (
    result_id     bigint not null comment 'Id of the line',
    batch_id      bigint not null comment 'Batch',
    payment_id    bigint null comment 'Payment; null if the batch has no such payment',
    end_to_end_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null
        comment 'End-to-end id as the bank gave it',
    outcome       varchar(8) character set ascii collate ascii_bin null
        comment 'SETTLED, FAILED and so on; null where the line says nothing definite',
    fen           bigint null comment 'Amount in fen; null if not given',
    reason        varchar(500) null comment 'Reason as the bank gave it; null without one',
    effect        varchar(14) character set ascii collate ascii_bin not null
        comment 'APPLIED, REPEATED, CONFLICT, AMOUNT_DIFFERS, NOT_OURS, PENDING or UNREAD',
    reported_by   varchar(64) character set ascii collate ascii_bin not null comment 'Account that sent the file',
    reported_at   datetime(6) not null comment 'When it was handled, UTC',
    place         varchar(80) character set ascii collate ascii_bin null
        comment 'Where the line is in the file; null if unknown',
    answer_id     bigint null comment 'File of the line (payment_answer, which may be deleted); null if unknown',
    line_number   int null comment 'Number of the line in the file; null if unknown',
    primary key (result_id),
    key payment_result_of_batch (batch_id, result_id),
    key payment_result_of_answer (answer_id, line_number),
    key payment_result_of_payment (payment_id, result_id),
    constraint payment_result_of_payment_batch foreign key (batch_id) references payment_batch (batch_id),
    constraint payment_result_of_payment foreign key (payment_id) references payment (payment_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Lines of answers of the bank';
