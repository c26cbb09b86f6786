-- Which days are worked by the state calendar, where that is not Monday to Friday (reference data;
-- no package writes it, package policy reads it). A date that is not here is worked Monday to Friday.

create table calendar_day (
    day     date    not null,
    working boolean not null,
    primary key (day)
) engine = InnoDB default charset = utf8mb4;
