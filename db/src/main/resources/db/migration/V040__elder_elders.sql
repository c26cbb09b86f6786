-- Elders, their standing over time, cards and codes (package elder alone writes these tables).
--
-- What names a person is sealed (AES-256-GCM, the key's id leads the sealed bytes) and found again by a
-- keyed hash; what policies ask is dated, so that any service date can be answered.
create table elder (
    elder_id         bigint        not null,
    version          int           not null,
    changes          int           not null,
    id_number_index  binary(32)    not null,
    name_index       binary(32)    not null,
    phone_index      binary(32)    null,
    key_id           varchar(32)   character set ascii collate ascii_bin not null,
    sealed_id_number varbinary(200) not null,
    sealed_person    varbinary(16000) not null,
    masked_name      varchar(200)  not null,
    birth_date       date          not null,
    sex              varchar(6)    character set ascii collate ascii_bin not null,
    district_code    varchar(6)    character set ascii collate ascii_bin not null,
    diet             varchar(4000) not null,
    allergens        varchar(4000) not null,
    registered_at    datetime(6)   not null,
    registered_by    varchar(64)   character set ascii collate ascii_bin not null,
    primary key (elder_id),
    constraint elder_id_number_once unique (id_number_index),
    constraint elder_sex check (sex in ('MALE', 'FEMALE')),
    key elder_by_name (name_index, elder_id),
    key elder_by_phone (phone_index, elder_id),
    key elder_by_district (district_code, elder_id)
) engine = InnoDB default charset = utf8mb4;

-- The first row holds from birth, a later one from the day it was recorded.
create table elder_standing (
    elder_id           bigint     not null,
    valid_from         date       not null,
    household_kind     varchar(9) character set ascii collate ascii_bin not null,
    household_division varchar(9) character set ascii collate ascii_bin not null,
    residence_division varchar(9) character set ascii collate ascii_bin not null,
    care_grade         int        not null,
    primary key (elder_id, valid_from),
    constraint elder_standing_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_standing_grade check (care_grade between 0 and 6)
) engine = InnoDB default charset = utf8mb4;

-- Both days are included. A category that was taken off the record keeps its row and ends with ended_on.
create table elder_category (
    category_id     bigint      not null,
    elder_id        bigint      not null,
    category        varchar(32) character set ascii collate ascii_bin not null,
    valid_from      date        not null,
    valid_to        date        null,
    ended_on        date        null,
    sealed_evidence varbinary(2000) not null,
    primary key (category_id),
    constraint elder_category_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_category_days check (valid_to is null or valid_to >= valid_from),
    key elder_category_by_elder (elder_id, valid_from)
) engine = InnoDB default charset = utf8mb4;

-- Stays in an institution or hospital, both days included; one that begins the same day is the same stay.
create table elder_stay (
    stay_id      bigint not null,
    elder_id     bigint not null,
    valid_from   date   not null,
    valid_to     date   null,
    sealed_place varbinary(2000) not null,
    primary key (stay_id),
    constraint elder_stay_once unique (elder_id, valid_from),
    constraint elder_stay_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_stay_days check (valid_to is null or valid_to >= valid_from)
) engine = InnoDB default charset = utf8mb4;

-- Of the rows whose day has come the one with the highest number holds; with none the elder is ACTIVE.
create table elder_status (
    elder_id      bigint      not null,
    number        int         not null,
    valid_from    date        not null,
    status        varchar(16) character set ascii collate ascii_bin not null,
    sealed_reason varbinary(4000) not null,
    primary key (elder_id, number),
    constraint elder_status_elder foreign key (elder_id) references elder (elder_id)
) engine = InnoDB default charset = utf8mb4;

-- Append-only: who changed what and when, by the names of the fields; no personal data.
create table elder_change (
    elder_id   bigint       not null,
    number     int          not null,
    changed_at datetime(6)  not null,
    changed_by varchar(64)  character set ascii collate ascii_bin not null,
    kind       varchar(32)  character set ascii collate ascii_bin not null,
    fields     varchar(1000) not null,
    primary key (elder_id, number),
    constraint elder_change_elder foreign key (elder_id) references elder (elder_id)
) engine = InnoDB default charset = utf8mb4;

-- A number belongs to one elder for good.
create table card (
    card_id     bigint      not null,
    card_number varchar(32) character set ascii collate ascii_bin not null,
    elder_id    bigint      not null,
    kind        varchar(16) character set ascii collate ascii_bin not null,
    valid_to    date        null,
    issued_at   datetime(6) not null,
    primary key (card_id),
    constraint card_number_once unique (card_number),
    constraint card_elder foreign key (elder_id) references elder (elder_id),
    key card_by_elder (elder_id, card_id)
) engine = InnoDB default charset = utf8mb4;

-- Of the rows whose instant has come the one with the highest number holds; with none the card is ACTIVE.
create table card_state (
    card_id    bigint      not null,
    number     int         not null,
    from_at    datetime(6) not null,
    state      varchar(16) character set ascii collate ascii_bin not null,
    in_writing tinyint     not null,
    lapses_at  datetime(6) null,
    lapses_to  varchar(16) character set ascii collate ascii_bin null,
    sealed_reason varbinary(4000) not null,
    set_by     varchar(64) character set ascii collate ascii_bin not null,
    primary key (card_id, number),
    constraint card_state_card foreign key (card_id) references card (card_id),
    constraint card_state_lapse check ((lapses_at is null) = (lapses_to is null))
) engine = InnoDB default charset = utf8mb4;

-- A code is good for one committed checkout: the one that fills order_id.
create table elder_code (
    code_id     bigint      not null,
    nonce       binary(16)  not null,
    elder_id    bigint      not null,
    proxy       tinyint     not null,
    issued_at   datetime(6) not null,
    issued_by   varchar(64) character set ascii collate ascii_bin not null,
    expires_at  datetime(6) not null,
    order_id    bigint      null,
    terminal    varchar(64) character set ascii collate ascii_bin null,
    used_at     datetime(6) null,
    primary key (code_id),
    constraint elder_code_nonce_once unique (nonce),
    constraint elder_code_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_code_used_whole check ((order_id is null) = (used_at is null)),
    key elder_code_by_elder (elder_id, code_id)
) engine = InnoDB default charset = utf8mb4;

-- A code that a terminal verified in time stays good for that terminal a while.
create table elder_code_kept (
    code_id     bigint      not null,
    terminal    varchar(64) character set ascii collate ascii_bin not null,
    kept_until  datetime(6) not null,
    primary key (code_id, terminal),
    constraint elder_code_kept_code foreign key (code_id) references elder_code (code_id)
) engine = InnoDB default charset = utf8mb4;

-- A file of elders being read. Every chunk of rows moves done_rows in its own transaction, so that
-- a run that died is taken up where it stopped; runner and leased_until keep two nodes apart.
create table elder_import (
    import_id    bigint      not null,
    created_at   datetime(6) not null,
    created_by   varchar(64) character set ascii collate ascii_bin not null,
    area         varchar(9)  character set ascii collate ascii_bin not null,
    encoding     varchar(8)  character set ascii collate ascii_bin not null,
    state        varchar(8)  character set ascii collate ascii_bin not null,
    total_rows   int         not null,
    done_rows    int         not null,
    imported     int         not null,
    faults       int         not null,
    finished_at  datetime(6) null,
    runner       bigint      not null,
    leased_until datetime(6) not null,
    primary key (import_id),
    constraint elder_import_counts check (imported + faults = done_rows and done_rows <= total_rows),
    key elder_import_by_state (state, leased_until)
) engine = InnoDB default charset = utf8mb4;

-- The file itself, sealed; it goes when all its rows are done.
create table elder_import_part (
    import_id bigint     not null,
    part      int        not null,
    sealed    mediumblob not null,
    primary key (import_id, part),
    constraint elder_import_part_import foreign key (import_id) references elder_import (import_id)
) engine = InnoDB default charset = utf8mb4;

-- A row for each row of the file that is not in.
create table elder_import_fault (
    import_id        bigint       not null,
    line             int          not null,
    masked_id_number varchar(24)  not null,
    fields           varchar(500) character set ascii collate ascii_bin not null,
    codes            varchar(500) character set ascii collate ascii_bin not null,
    primary key (import_id, line),
    constraint elder_import_fault_import foreign key (import_id) references elder_import (import_id)
) engine = InnoDB default charset = utf8mb4;
