-- From where a name has signed in within 90 days (package access writes it). While a name is
-- attacked, attempts from other addresses wait. The address is kept as a keyed hash only.

create table sign_in_address (
    name         varchar(64) character set ascii collate ascii_bin not null,
    address_hash char(64)    character set ascii collate ascii_bin not null,
    last_at      datetime(6) not null,
    primary key (name, address_hash),
    key sign_in_address_by_time (last_at)
) engine = InnoDB default charset = utf8mb4;
