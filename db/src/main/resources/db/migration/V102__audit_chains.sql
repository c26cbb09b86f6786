-- The audit log (package audit alone writes these tables).
--
-- An entry is written with what it tells and waits in audit_pending; sealing takes what waits, numbers it within
-- its area and chains it: hash = SM3(previous hash, entry). Entries and links are only ever added.

create table audit_entry (
    entry_id bigint        not null,
    area     varchar(8)    character set ascii collate ascii_bin not null,
    acted_by varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
    act      varchar(32)   character set ascii collate ascii_bin not null,
    subject  varchar(128)  character set utf8mb4 collate utf8mb4_bin not null,
    detail   varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    acted_at datetime(6)   not null,
    primary key (entry_id),
    key audit_entry_by_time (acted_at),
    key audit_entry_by_subject (subject, entry_id)
) engine = InnoDB default charset = utf8mb4;

create table audit_pending (
    entry_id bigint not null,
    primary key (entry_id)
) engine = InnoDB default charset = utf8mb4;

create table audit_link (
    area     varchar(8) character set ascii collate ascii_bin not null,
    sequence bigint     not null,
    entry_id bigint     not null,
    hash     char(64)   character set ascii collate ascii_bin not null,
    primary key (area, sequence),
    constraint audit_link_once unique (entry_id)
) engine = InnoDB default charset = utf8mb4;

create trigger audit_entry_is_never_updated before update on audit_entry for each row
    signal sqlstate '45000' set message_text = 'the audit log is never changed';
create trigger audit_entry_is_never_deleted before delete on audit_entry for each row
    signal sqlstate '45000' set message_text = 'the audit log is never deleted';
create trigger audit_link_is_never_updated before update on audit_link for each row
    signal sqlstate '45000' set message_text = 'the audit log is never changed';
create trigger audit_link_is_never_deleted before delete on audit_link for each row
    signal sqlstate '45000' set message_text = 'the audit log is never deleted';
