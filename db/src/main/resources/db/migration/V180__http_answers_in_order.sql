-- Answers lie in the order in which they were given. Before, they lay by terminal and key: an answer
-- is over a kilobyte, and a new one landed on a page of its own that had to be read and written again.
-- Now only the short entry of the key lands anywhere.
alter table idempotency_key
    drop primary key,
    add column answer_id bigint not null auto_increment first,
    add primary key (answer_id),
    add constraint idempotency_key_once unique (caller, idempotency_key);
