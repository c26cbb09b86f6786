-- The audit log.
-- Written by package audit alone.
--
-- An entry is written in the transaction of what it records and waits in audit_pending. A job numbers the waiting
-- entries within their area and chains them: hash = SM3(previous hash, entry). Entries and links are only ever added;
-- triggers refuse the rest, but for sign-ins before their retention mark. Subjects are ids: no personal data.

create table audit_entry (
    entry_id bigint not null comment 'Id of the entry',
    area     varchar(8) character set ascii collate ascii_bin not null
        comment 'Area: REVIEW, SIGN_IN, ELDER, CARD, POLICY, ACCOUNT or CHECK',
    acted_by varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'Account that acted',
    act      varchar(32) character set ascii collate ascii_bin not null comment 'What was done',
    subject  varchar(128) character set utf8mb4 collate utf8mb4_bin not null
        comment 'What it was done to: a kind and an id',
    detail   varchar(1000) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Details as text; no personal data',
    acted_at datetime(6) not null comment 'When it was done, UTC',
    primary key (entry_id),
    key audit_entry_by_time (acted_at),
    key audit_entry_by_subject (subject, entry_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Entries of the audit log; append-only';

delimiter //
create trigger audit_entry_is_never_updated before update on audit_entry for each row
    signal sqlstate '45000' set message_text = 'the audit log is never changed'//
create trigger audit_entry_is_never_deleted before delete on audit_entry for each row
begin
    if old.area <> 'SIGN_IN' or not exists (select 1 from retention_mark r
                    where r.kind = 'access-logs' and r.before_date > old.acted_at) then
        signal sqlstate '45000' set message_text = 'the audit log is never deleted';
    end if;
end//
delimiter ;

create table audit_pending (
    entry_id bigint not null comment 'Entry that waits',
    primary key (entry_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Entries that are not in a chain yet';

create table audit_link (
    area     varchar(8) character set ascii collate ascii_bin not null comment 'Area of the chain',
    sequence bigint not null comment 'Position in the chain, from 1',
    entry_id bigint not null comment 'Entry at this position',
    hash     char(64) character set ascii collate ascii_bin not null
        comment 'SM3 of the previous hash and the entry, hex',
    primary key (area, sequence),
    constraint audit_link_once unique (entry_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Chains of entries, one for each area; append-only';

delimiter //
create trigger audit_link_is_never_updated before update on audit_link for each row
    signal sqlstate '45000' set message_text = 'the audit log is never changed'//
create trigger audit_link_is_never_deleted before delete on audit_link for each row
begin
    if old.area <> 'SIGN_IN' or not exists (select 1 from retention_mark r
                     join audit_entry e on e.entry_id = old.entry_id
                    where r.kind = 'access-logs' and r.before_date > e.acted_at) then
        signal sqlstate '45000' set message_text = 'the audit log is never deleted';
    end if;
end//
delimiter ;

create table audit_head (
    area     varchar(8) character set ascii collate ascii_bin not null comment 'Area of the chain',
    sequence bigint not null comment 'Position of the last link; 0 while there is none',
    hash     char(64) character set ascii collate ascii_bin not null
        comment 'Hash of the last link, hex; zeros while there is none',
    primary key (area)
) engine = InnoDB default charset = utf8mb4
    comment = 'The last link of each chain; its row is locked while entries are chained';

insert into audit_head (area, sequence, hash) values
    ('REVIEW', 0, repeat('0', 64)), ('SIGN_IN', 0, repeat('0', 64)), ('ELDER', 0, repeat('0', 64)),
    ('CARD', 0, repeat('0', 64)), ('POLICY', 0, repeat('0', 64)), ('ACCOUNT', 0, repeat('0', 64)),
    ('CHECK', 0, repeat('0', 64));

create table audit_anchor (
    area     varchar(8) character set ascii collate ascii_bin not null comment 'Area of the chain',
    sequence bigint not null comment 'Position of the last deleted link',
    hash     char(64) character set ascii collate ascii_bin not null comment 'Hash of the last deleted link, hex',
    primary key (area)
) engine = InnoDB default charset = utf8mb4
    comment = 'The last deleted link of a chain whose beginning is gone';
