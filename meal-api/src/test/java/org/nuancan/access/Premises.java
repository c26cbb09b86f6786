package org.nuancan.access;

import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;

/// A provider with one site, on file so that somebody can belong to them.
public record Premises(long providerId, long siteId) {

    public static Premises in(ServerUnderTest server, String division) {
        var premises = new Premises(server.bean(Ids.class).next(), server.bean(Ids.class).next());
        var district = division.substring(0, 6);
        var _ =
                server.bean(Transactions.class)
                        .inOne(connection -> {
                            Sql.on(
                                            connection,
                                            """
                                            insert into provider
                                                (provider_id, name, kind, district_code,
                                                 account_name, account_number, bank_code)
                                            values (?, 'a', 'CANTEEN', ?, 'a', '1', 'b')
                                            """)
                                    .with(premises.providerId(), district)
                                    .run();
                            return Sql.on(
                                            connection,
                                            """
                                            insert into site
                                                (site_id, provider_id, district_code, division,
                                                 name, type, grade, listed_from, address,
                                                 latitude_micro, longitude_micro, seats,
                                                 daily_capacity, version)
                                            values (?, ?, ?, ?, 'a', 'ELDER_TABLE', 0,
                                                    '2020-01-01', 'a', 0, 0, 0, 0, 1)
                                            """)
                                    .with(
                                            premises.siteId(),
                                            premises.providerId(),
                                            district,
                                            division)
                                    .run();
                        });
        return premises;
    }
}
