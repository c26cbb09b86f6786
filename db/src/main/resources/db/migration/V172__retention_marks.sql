-- What may go when its time is over (package retention alone writes retention_mark; each anchor is written by the
-- package whose records it stands for).
--
-- A mark says: records of this kind from before this day may be gone. It only ever moves on, and the triggers that
-- keep records from every program let those before the mark go. So whoever deletes leaves a mark behind.

create table retention_mark (
    kind        varchar(32) character set ascii collate ascii_bin not null,
    before_date date        not null,
    primary key (kind)
) engine = InnoDB default charset = utf8mb4;

delimiter //
create trigger retention_mark_never_goes_back before update on retention_mark for each row
begin
    if new.before_date < old.before_date or new.kind <> old.kind then
        signal sqlstate '45000' set message_text = 'a retention mark only moves on';
    end if;
end//
create trigger retention_mark_is_never_deleted before delete on retention_mark for each row
    signal sqlstate '45000' set message_text = 'a retention mark is never deleted'//

drop trigger if exists journal_is_never_deleted//
create trigger journal_is_never_deleted before delete on journal for each row
begin
    if not exists (select 1 from retention_mark r
                    where r.kind = 'journals' and r.before_date > old.booking_date) then
        signal sqlstate '45000' set message_text = 'journals are never deleted; book a reversal';
    end if;
end//
drop trigger if exists posting_is_never_deleted//
create trigger posting_is_never_deleted before delete on posting for each row
begin
    if not exists (select 1 from retention_mark r
                    where r.kind = 'journals' and r.before_date > old.booking_date) then
        signal sqlstate '45000' set message_text = 'postings are never deleted; book a reversal';
    end if;
end//
create trigger statement_is_never_deleted before delete on statement for each row
begin
    if not exists (select 1 from retention_mark r
                    where r.kind = 'statements' and r.before_date > old.statement_date) then
        signal sqlstate '45000' set message_text = 'statements are never deleted';
    end if;
end//
drop trigger if exists statement_step_is_never_deleted//
create trigger statement_step_is_never_deleted before delete on statement_step for each row
begin
    if not exists (select 1 from retention_mark r
                     join statement s on s.statement_id = old.statement_id
                    where r.kind = 'statements' and r.before_date > s.statement_date) then
        signal sqlstate '45000' set message_text = 'the history of a statement is never deleted';
    end if;
end//
drop trigger if exists audit_entry_is_never_deleted//
create trigger audit_entry_is_never_deleted before delete on audit_entry for each row
begin
    if old.area <> 'SIGN_IN' or not exists (select 1 from retention_mark r
                    where r.kind = 'access-logs' and r.before_date > old.acted_at) then
        signal sqlstate '45000' set message_text = 'the audit log is never deleted';
    end if;
end//
drop trigger if exists audit_link_is_never_deleted//
create trigger audit_link_is_never_deleted before delete on audit_link for each row
begin
    if old.area <> 'SIGN_IN' or not exists (select 1 from retention_mark r
                     join audit_entry e on e.entry_id = old.entry_id
                    where r.kind = 'access-logs' and r.before_date > e.acted_at) then
        signal sqlstate '45000' set message_text = 'the audit log is never deleted';
    end if;
end//
delimiter ;

-- What the postings that are gone came to, by account and the district whose books they were (package ledger).
create table ledger_opening (
    account_kind    varchar(9)   character set ascii collate ascii_bin not null,
    account_owner   varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    paying_district varchar(9)   character set ascii collate ascii_bin not null,
    fen             bigint       not null,
    through_date    date         not null,
    primary key (paying_district, account_kind, account_owner)
) engine = InnoDB default charset = utf8mb4;

-- The hashes of statements that are gone and that a later one follows (package close).
create table statement_anchor (
    provider_id    bigint   not null,
    statement_date date     not null,
    content_hash   char(64) character set ascii collate ascii_bin not null,
    primary key (provider_id, statement_date)
) engine = InnoDB default charset = utf8mb4;

-- Where a chain whose beginning is gone begins now: the last link that went (package audit).
create table audit_anchor (
    area     varchar(8) character set ascii collate ascii_bin not null,
    sequence bigint     not null,
    hash     char(64)   character set ascii collate ascii_bin not null,
    primary key (area)
) engine = InnoDB default charset = utf8mb4;
