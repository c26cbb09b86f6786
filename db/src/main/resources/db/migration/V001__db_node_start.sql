-- Every start of a process takes a number here, from which its ids are made (package db alone writes it).
create table node_start (
    number     bigint      not null auto_increment,
    started_at datetime(6) not null,
    primary key (number)
) engine = InnoDB default charset = utf8mb4;
