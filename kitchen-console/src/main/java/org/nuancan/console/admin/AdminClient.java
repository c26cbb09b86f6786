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

/// Providers, sites, policies and days of the books, at meal-api.
@Singleton
final class AdminClient {

    private final ApiClient api;

    AdminClient(ApiClient api) {
        this.api = api;
    }

    Answer<List<Provider>> providers(ApiCaller asking) {
        return api.all(asking, ApiPath.of("/v1/providers"), Provider.class);
    }

    Answer<Provider> provider(ApiCaller asking, String id) {
        return api.get(asking, ApiPath.of("/v1/providers/{}", id), Provider.class);
    }

    Answer<Provider> addProvider(ApiCaller asking, Map<String, Object> provider) {
        var request = ApiRequest.post(ApiPath.of("/v1/providers")).body(provider);
        return api.send(asking, request, Provider.class);
    }

    List<AccountChange> accountChanges(ApiCaller asking, String providerId) {
        var path = ApiPath.of("/v1/providers/{}/bank-account-changes", providerId);
        return api.get(asking, path, AccountChange.Changes.class)
                .map(AccountChange.Changes::items)
                .orElse(List.of());
    }

    Answer<Boolean> askAccount(
            ApiCaller asking, String providerId, Map<String, Object> account, String key) {
        var path = ApiPath.of("/v1/providers/{}/bank-account-changes", providerId);
        return api.tell(asking, ApiRequest.post(path).body(account).once(key));
    }

    /// @param act `confirm` or `withdraw`
    Answer<Boolean> decideAccount(
            ApiCaller asking, String providerId, String changeId, String act) {
        var path =
                ApiPath.of(
                        "/v1/providers/{}/bank-account-changes/{}/{}", providerId, changeId, act);
        return api.tell(asking, ApiRequest.post(path));
    }

    Answer<List<SiteRecord>> sitesOf(ApiCaller asking, String providerId) {
        var path = ApiPath.of("/v1/sites").with("providerId", providerId);
        return api.all(asking, path, SiteRecord.class);
    }

    Answer<SiteRecord> site(ApiCaller asking, String id) {
        return api.get(asking, ApiPath.of("/v1/sites/{}", id), SiteRecord.class);
    }

    Answer<SiteRecord> addSite(ApiCaller asking, Map<String, Object> site) {
        var request = ApiRequest.post(ApiPath.of("/v1/sites")).body(site);
        return api.send(asking, request, SiteRecord.class);
    }

    Answer<SiteRecord> changeSite(ApiCaller asking, String id, Map<String, Object> change) {
        var request = ApiRequest.patch(ApiPath.of("/v1/sites/{}", id)).body(change);
        return api.send(asking, request, SiteRecord.class);
    }

    List<Price> prices(ApiCaller asking, String siteId) {
        var path = ApiPath.of("/v1/sites/{}/prices", siteId);
        return api.get(asking, path, Price.Prices.class).map(Price.Prices::items).orElse(List.of());
    }

    Answer<Boolean> setPrices(ApiCaller asking, String siteId, List<Price> prices) {
        var path = ApiPath.of("/v1/sites/{}/prices", siteId);
        return api.tell(asking, ApiRequest.post(path).body(prices));
    }

    List<Terminal> terminals(ApiCaller asking, String siteId) {
        var path = ApiPath.of("/v1/sites/{}/terminals", siteId);
        return api.all(asking, path, Terminal.class).orElse(List.of());
    }

    Answer<Terminal.Activation> addTerminal(ApiCaller asking, String siteId, String label) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/sites/{}/terminals", siteId)).with("label", label);
        return api.send(asking, request, Terminal.Activation.class);
    }

    Answer<Boolean> disableTerminal(ApiCaller asking, String terminalId) {
        return api.tell(
                asking, ApiRequest.post(ApiPath.of("/v1/terminals/{}/disable", terminalId)));
    }

    Answer<List<Policy>> policies(ApiCaller asking) {
        return api.all(asking, ApiPath.of("/v1/policies"), Policy.class);
    }

    Answer<Boolean> release(ApiCaller asking, String code, String version) {
        var path = ApiPath.of("/v1/policies/{}/versions/{}/release", code, version);
        return api.tell(asking, ApiRequest.post(path));
    }

    Answer<Boolean> endPolicy(ApiCaller asking, String code, String version, Object effectiveTo) {
        var path = ApiPath.of("/v1/policies/{}/versions/{}/end", code, version);
        return api.tell(asking, ApiRequest.post(path).with("effectiveTo", effectiveTo));
    }

    Answer<Listed<SettlementDay>> days(ApiCaller asking, Optional<String> after) {
        return api.list(
                asking,
                ApiPath.of("/v1/settlement/days").with("after", after),
                SettlementDay.class);
    }

    Answer<Listed<Parked>> parked(ApiCaller asking) {
        return api.list(asking, ApiPath.of("/v1/settlement/parked"), Parked.class);
    }

    Answer<Boolean> close(ApiCaller asking, String date) {
        return api.tell(asking, ApiRequest.post(ApiPath.of("/v1/settlement/days/{}/close", date)));
    }
}
