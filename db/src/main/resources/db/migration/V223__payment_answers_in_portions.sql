-- Large files of banks are worked off in portions (package payment alone writes these tables; decision 0223).
--
-- payment_answer says how far a file was worked off: written with each portion, deleted with the answer of the
-- request. content_hash is of the lines as they were read. payment_result says to which file a line belongs, so that the answer lists what earlier tries did.
create table payment_answer (
    answer_id    bigint      not null,
    batch_id     bigint      not null,
    content_hash char(64)    character set ascii collate ascii_bin not null,
    line_count   int         not null,
    done         int         not null,
    begun_by     varchar(64) character set ascii collate ascii_bin not null,
    begun_at     datetime(6) not null,
    primary key (answer_id),
    constraint payment_answer_once unique (batch_id, content_hash),
    constraint payment_answer_of_batch foreign key (batch_id) references payment_batch (batch_id),
    constraint payment_answer_done_holds check (done between 0 and line_count)
) engine = InnoDB default charset = utf8mb4;

alter table payment_result
    add column answer_id bigint null,
    add column line_number int null,
    add key payment_result_of_answer (answer_id, line_number);
