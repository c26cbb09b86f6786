package org.nuancan.console.admin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;

/// Providers, sites and days of the books, at meal-api.
@Singleton
final class AdminClient {

    private final ApiClient api;

    AdminClient(ApiClient api) {
        this.api = api;
    }

    Answer<List<Provider>> providers(ApiCaller caller) {
        return api.all(caller, ApiPath.of("/v1/providers"), Provider.class);
    }

    Answer<Provider> provider(ApiCaller caller, String id) {
        return api.get(caller, ApiPath.of("/v1/providers/{}", id), Provider.class);
    }

    Answer<Provider> addProvider(ApiCaller caller, Map<String, Object> provider) {
        var request = ApiRequest.post(ApiPath.of("/v1/providers")).body(provider);
        return api.send(caller, request, Provider.class);
    }

    List<AccountChange> accountChanges(ApiCaller caller, String providerId) {
        var path = ApiPath.of("/v1/providers/{}/bank-account-changes", providerId);
        return api.get(caller, path, AccountChange.Changes.class)
                .map(AccountChange.Changes::items)
                .orElse(List.of());
    }

    Answer<Boolean> askAccount(
            ApiCaller caller, String providerId, Map<String, Object> account, String key) {
        var path = ApiPath.of("/v1/providers/{}/bank-account-changes", providerId);
        return api.tell(caller, ApiRequest.post(path).body(account).once(key));
    }

    /// @param act `confirm` or `withdraw`
    Answer<Boolean> decideAccount(
            ApiCaller caller, String providerId, String changeId, String act) {
        var path =
                ApiPath.of(
                        "/v1/providers/{}/bank-account-changes/{}/{}", providerId, changeId, act);
        return api.tell(caller, ApiRequest.post(path));
    }

    Answer<List<SiteRecord>> sitesOf(ApiCaller caller, String providerId) {
        var path = ApiPath.of("/v1/sites").with("providerId", providerId);
        return api.all(caller, path, SiteRecord.class);
    }

    Answer<SiteRecord> site(ApiCaller caller, String id) {
        return api.get(caller, ApiPath.of("/v1/sites/{}", id), SiteRecord.class);
    }

    Answer<SiteRecord> addSite(ApiCaller caller, Map<String, Object> site) {
        var request = ApiRequest.post(ApiPath.of("/v1/sites")).body(site);
        return api.send(caller, request, SiteRecord.class);
    }

    Answer<SiteRecord> changeSite(ApiCaller caller, String id, Map<String, Object> change) {
        var request = ApiRequest.patch(ApiPath.of("/v1/sites/{}", id)).body(change);
        return api.send(caller, request, SiteRecord.class);
    }

    List<Price> prices(ApiCaller caller, String siteId) {
        var path = ApiPath.of("/v1/sites/{}/prices", siteId);
        return api.get(caller, path, Price.Prices.class).map(Price.Prices::items).orElse(List.of());
    }

    Answer<Boolean> setPrices(ApiCaller caller, String siteId, List<Price> prices) {
        var path = ApiPath.of("/v1/sites/{}/prices", siteId);
        return api.tell(caller, ApiRequest.post(path).body(prices));
    }

    List<Terminal> terminals(ApiCaller caller, String siteId) {
        var path = ApiPath.of("/v1/sites/{}/terminals", siteId);
        return api.all(caller, path, Terminal.class).orElse(List.of());
    }

    Answer<Terminal.Activation> addTerminal(ApiCaller caller, String siteId, String label) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/sites/{}/terminals", siteId)).with("label", label);
        return api.send(caller, request, Terminal.Activation.class);
    }

    Answer<Boolean> disableTerminal(ApiCaller caller, String terminalId) {
        return api.tell(
                caller, ApiRequest.post(ApiPath.of("/v1/terminals/{}/disable", terminalId)));
    }

    Answer<Listed<SettlementDay>> days(ApiCaller caller, Optional<String> after) {
        return api.list(
                caller,
                ApiPath.of("/v1/settlement/days").with("after", after),
                SettlementDay.class);
    }

    Answer<Listed<Parked>> parked(ApiCaller caller) {
        return api.list(caller, ApiPath.of("/v1/settlement/parked"), Parked.class);
    }

    Answer<Boolean> close(ApiCaller caller, String date) {
        return api.tell(caller, ApiRequest.post(ApiPath.of("/v1/settlement/days/{}/close", date)));
    }
}
