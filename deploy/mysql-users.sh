#!/usr/bin/env bash
# Run once by the mysql container, when its data folder is new. The service's user reads and writes rows and nothing else;
# only the user of the `db` service changes tables. On a managed MySQL run the same four statements as its administrator.
set -euo pipefail
MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root <<SQL
create user 'nuancan_owner'@'%' identified by '$DB_OWNER_PASSWORD';
grant all privileges on nuancan.* to 'nuancan_owner'@'%';
create user 'nuancan'@'%' identified by '$DB_PASSWORD';
grant select, insert, update, delete on nuancan.* to 'nuancan'@'%';
SQL
