-- What districts state about the coverage of their meal points, for the yearly report.
-- Written by package statistics alone.
--
-- The system does not know which communities a meal point serves, so a district states the figures. A statement is
-- never changed: the latest of a district and year holds.

create table statistics_coverage (
    coverage_id   bigint not null comment 'Id of the entry',
    district_code varchar(6) character set ascii collate ascii_bin not null comment 'District, 6 digits',
    year          int not null comment 'Year',
    communities   bigint not null comment 'Number of urban and rural communities that are covered',
    people        bigint not null comment 'Number of residents who are covered',
    stated_by     varchar(64) character set ascii collate ascii_bin not null comment 'Account that stated it',
    stated_at     datetime(6) not null comment 'When it was stated, UTC',
    primary key (coverage_id),
    key statistics_coverage_of_year (year, district_code, coverage_id),
    constraint statistics_coverage_counts check (communities >= 0 and people >= 0),
    constraint statistics_coverage_year check (year between 2000 and 2199)
) engine = InnoDB default charset = utf8mb4
    comment = 'Coverage of meal points as districts state it; append-only, the latest entry of a year holds';
