-- Elders, their status over time, cards, one-time codes, and imports of elders from files.
-- Written by package elder alone.
--
-- What identifies a person is sealed (AES-256-GCM; the id of the key precedes the sealed bytes) and found by a keyed
-- hash. What policies ask is dated, so that any service date can be answered.

create table elder (
    elder_id         bigint not null comment 'Id of the elder',
    version          int not null comment 'Version for optimistic locking, from 1',
    changes          int not null comment 'Number of rows of elder_change of this elder',
    id_number_index  binary(32) not null comment 'Keyed hash of the ID number',
    name_index       binary(32) not null comment 'Keyed hash of the name',
    phone_index      binary(32) null comment 'Keyed hash of the phone number; null without one',
    key_id           varchar(32) character set ascii collate ascii_bin not null
        comment 'Id of the key that sealed this row',
    sealed_id_number varbinary(200) not null comment 'Sealed ID number',
    sealed_person    varbinary(16000) not null comment 'Sealed name, phone, address and contacts, JSON',
    masked_name      varchar(200) not null comment 'Masked name, such as 张*生',
    birth_date       date not null comment 'Date of birth',
    sex              varchar(6) character set ascii collate ascii_bin not null comment 'MALE or FEMALE',
    district_code    varchar(6) character set ascii collate ascii_bin not null
        comment 'Home district: the household district if it is in the city, else the residence district',
    diet             varchar(4000) not null comment 'Words of diets that the elder needs, a word a line',
    allergens        varchar(4000) not null comment 'Words of allergens that the elder must avoid, a word a line',
    registered_at    datetime(6) not null comment 'When the elder was registered, UTC',
    registered_by    varchar(64) character set ascii collate ascii_bin not null
        comment 'Account that registered the elder',
    primary key (elder_id),
    constraint elder_id_number_once unique (id_number_index),
    key elder_by_name (name_index, elder_id),
    key elder_by_phone (phone_index, elder_id),
    key elder_by_district (district_code, elder_id),
    constraint elder_sex check (sex in ('MALE', 'FEMALE'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Registered elders';

create table elder_standing (
    elder_id           bigint not null comment 'Elder',
    valid_from         date not null comment 'First day on which it holds',
    household_kind     varchar(9) character set ascii collate ascii_bin not null
        comment 'Whether the household is registered in the city: LOCAL or NON_LOCAL',
    household_division varchar(9) character set ascii collate ascii_bin not null
        comment 'Division where the elder is registered',
    residence_division varchar(9) character set ascii collate ascii_bin not null
        comment 'Division where the elder lives',
    care_grade         int not null comment 'Grade of the need of care, 0 to 6; 0 without one',
    primary key (elder_id, valid_from),
    constraint elder_standing_of_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_standing_grade check (care_grade between 0 and 6)
) engine = InnoDB default charset = utf8mb4
    comment = 'Household, residence and care grade over time; the first row holds from birth';

create table elder_category (
    category_id     bigint not null comment 'Id of the row',
    elder_id        bigint not null comment 'Elder',
    category        varchar(32) character set ascii collate ascii_bin not null comment 'Category',
    valid_from      date not null comment 'First day on which it holds',
    valid_to        date null comment 'Last day on which it holds; null without an end',
    ended_on        date null comment 'Day on which it was taken off the record; null while it is on the record',
    sealed_evidence varbinary(2000) not null comment 'Sealed evidence for the category',
    primary key (category_id),
    key elder_category_by_elder (elder_id, valid_from),
    constraint elder_category_of_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_category_days check (valid_to is null or valid_to >= valid_from)
) engine = InnoDB default charset = utf8mb4
    comment = 'Categories that entitle an elder, such as MINIMUM_LIVING';

create table elder_stay (
    stay_id      bigint not null comment 'Id of the stay',
    elder_id     bigint not null comment 'Elder',
    valid_from   date not null comment 'First day of the stay',
    valid_to     date null comment 'Last day of the stay; null while it lasts',
    sealed_place varbinary(2000) not null comment 'Sealed name of the place',
    primary key (stay_id),
    constraint elder_stay_once unique (elder_id, valid_from),
    constraint elder_stay_of_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_stay_days check (valid_to is null or valid_to >= valid_from)
) engine = InnoDB default charset = utf8mb4
    comment = 'Stays in an institution or hospital; one that begins on the same day is the same stay';

create table elder_status (
    elder_id      bigint not null comment 'Elder',
    number        int not null comment 'Number of the change of the elder that set it (elder_change.number)',
    valid_from    date not null comment 'First day on which it holds',
    status        varchar(16) character set ascii collate ascii_bin not null
        comment 'ACTIVE, SUSPENDED, DECEASED or MOVED_AWAY',
    sealed_reason varbinary(4000) not null comment 'Sealed reason',
    primary key (elder_id, number),
    constraint elder_status_of_elder foreign key (elder_id) references elder (elder_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Status over time: the highest number that has begun holds; without one the elder is ACTIVE';

create table elder_change (
    elder_id   bigint not null comment 'Elder',
    number     int not null comment 'Number of the change for this elder, from 1',
    changed_at datetime(6) not null comment 'When it was changed, UTC',
    changed_by varchar(64) character set ascii collate ascii_bin not null comment 'Account that changed it',
    kind       varchar(32) character set ascii collate ascii_bin not null comment 'What was done',
    fields     varchar(1000) not null comment 'Names of the changed fields',
    primary key (elder_id, number),
    constraint elder_change_of_elder foreign key (elder_id) references elder (elder_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Changes of elders by the names of the changed fields; append-only; no personal data';

create table card (
    card_id     bigint not null comment 'Id of the card',
    card_number varchar(32) character set ascii collate ascii_bin not null comment 'Number of the card',
    elder_id    bigint not null comment 'Elder',
    kind        varchar(16) character set ascii collate ascii_bin not null
        comment 'SENIOR_CARD, SOCIAL_SECURITY or TEMPORARY',
    valid_to    date null comment 'Last day on which the card is valid; null without an end',
    issued_at   datetime(6) not null comment 'When the card was issued, UTC',
    primary key (card_id),
    constraint card_number_once unique (card_number),
    key card_by_elder (elder_id, card_id),
    constraint card_of_elder foreign key (elder_id) references elder (elder_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Cards; a card number belongs to one elder for good';

create table card_state (
    card_id       bigint not null comment 'Card',
    number        int not null comment 'Number of the change of the elder that set it (elder_change.number)',
    from_at       datetime(6) not null comment 'Since when it holds, UTC',
    state         varchar(16) character set ascii collate ascii_bin not null
        comment 'ACTIVE, LOST, FROZEN or CANCELLED',
    in_writing    tinyint not null comment '1 if the state was asked for in writing, else 0',
    lapses_at     datetime(6) null comment 'When the state ends by itself, UTC; null if it does not',
    lapses_to     varchar(16) character set ascii collate ascii_bin null comment 'State after that',
    sealed_reason varbinary(4000) not null comment 'Sealed reason',
    set_by        varchar(64) character set ascii collate ascii_bin not null comment 'Account that set it',
    primary key (card_id, number),
    constraint card_state_of_card foreign key (card_id) references card (card_id),
    constraint card_state_lapse check ((lapses_at is null) = (lapses_to is null))
) engine = InnoDB default charset = utf8mb4
    comment = 'States of cards: the highest number that has begun holds; without one the card is ACTIVE';

create table elder_code (
    code_id    bigint not null comment 'Id of the code',
    nonce      binary(16) not null comment 'Random part of the code',
    elder_id   bigint not null comment 'Elder',
    proxy      tinyint not null comment '1 if somebody else may fetch the meal with it, else 0',
    issued_at  datetime(6) not null comment 'When it was issued, UTC',
    issued_by  varchar(64) character set ascii collate ascii_bin not null comment 'Account that requested it',
    expires_at datetime(6) not null comment 'When it expires, UTC',
    order_id   bigint null comment 'Order that was paid with it; null until then',
    terminal   varchar(64) character set ascii collate ascii_bin null comment 'Terminal that used it; null until then',
    used_at    datetime(6) null comment 'When it was used, UTC; null until then',
    primary key (code_id),
    constraint elder_code_nonce_once unique (nonce),
    key elder_code_by_elder (elder_id, code_id),
    constraint elder_code_of_elder foreign key (elder_id) references elder (elder_id),
    constraint elder_code_used_whole check ((order_id is null) = (used_at is null))
) engine = InnoDB default charset = utf8mb4
    comment = 'One-time codes; a code is good for one checkout, the one that fills order_id';

create table elder_code_kept (
    code_id    bigint not null comment 'Code',
    terminal   varchar(64) character set ascii collate ascii_bin not null comment 'Terminal that verified it',
    kept_until datetime(6) not null comment 'Until when it stays valid there, UTC',
    primary key (code_id, terminal),
    constraint elder_code_kept_of_elder_code foreign key (code_id) references elder_code (code_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Codes that a terminal verified in time; they stay valid for that terminal for a while';

create table elder_import (
    import_id    bigint not null comment 'Id of the import',
    created_at   datetime(6) not null comment 'When the file was received, UTC',
    created_by   varchar(64) character set ascii collate ascii_bin not null comment 'Account that sent it',
    area         varchar(9) character set ascii collate ascii_bin not null
        comment 'Division code in which the elders must be',
    encoding     varchar(16) character set ascii collate ascii_bin not null comment 'Character encoding of the file',
    state        varchar(16) character set ascii collate ascii_bin not null
        comment 'RUNNING, DONE (every row was handled) or FAILED',
    total_lines  int not null default 0 comment 'Number of lines of the file',
    total_rows   int not null comment 'Number of rows of elders',
    done_rows    int not null comment 'Number of rows that were handled',
    imported     int not null comment 'Number of rows that were imported',
    faults       int not null comment 'Number of rows that were refused',
    strikes      int not null default 0
        comment '7 for a run that died or failed, 1 for one that the database refused; at 21 the import fails',
    failure      varchar(32) character set ascii collate ascii_bin null
        comment 'Why the import failed; null unless it did',
    finished_at  datetime(6) null comment 'When it ended, UTC; null until then',
    runner       bigint not null comment 'Id of the run that works on it',
    leased_until datetime(6) not null comment 'Until when no other run may take it over, UTC',
    primary key (import_id),
    key elder_import_by_state (state, leased_until),
    constraint elder_import_counts check (imported + faults = done_rows and done_rows <= total_rows),
    constraint elder_import_lines check (total_lines >= total_rows),
    constraint elder_import_done check (state <> 'DONE' or done_rows = total_rows),
    constraint elder_import_failed check ((state = 'FAILED') = (failure is not null))
) engine = InnoDB default charset = utf8mb4
    comment = 'Files of elders that are read; each chunk of rows moves done_rows in its own transaction';

create table elder_import_part (
    import_id bigint not null comment 'Import',
    part      int not null comment 'Number of the part, from 0',
    sealed    mediumblob not null comment 'Sealed rows',
    primary key (import_id, part),
    constraint elder_import_part_of_elder_import foreign key (import_id) references elder_import (import_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'The file itself, sealed; deleted when all its rows are done';

create table elder_import_fault (
    import_id        bigint not null comment 'Import',
    line             int not null comment 'Line of the file, from 1',
    masked_id_number varchar(24) not null comment 'ID number with all but its ends masked',
    fields           varchar(500) character set ascii collate ascii_bin not null
        comment 'Names of the fields with faults',
    codes            varchar(500) character set ascii collate ascii_bin not null
        comment 'Codes of the faults, in the order of fields',
    primary key (import_id, line),
    constraint elder_import_fault_of_elder_import foreign key (import_id) references elder_import (import_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Rows of a file that were not imported';
