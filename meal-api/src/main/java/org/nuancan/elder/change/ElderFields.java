package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.audit.FieldChange;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;
import org.nuancan.elder.HomeDistrict;
import org.nuancan.elder.MaskedFields;
import org.nuancan.elder.Standing;
import org.nuancan.elder.Words;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.file.ElderStandingRepository;
import org.nuancan.elder.vault.SealedPerson;
import org.nuancan.elder.vault.Vault;

/// Writes the fields that a PATCH changes; what was so before today stays on file.
@Singleton
public final class ElderFields {

    private final Vault vault;
    private final SealedPerson persons;
    private final HomeDistrict home;
    private final ElderRepository elders;
    private final ElderStandingRepository standings;
    private final CategoriesOnFile categories;

    ElderFields(
            Vault vault,
            SealedPerson persons,
            HomeDistrict home,
            ElderRepository elders,
            ElderStandingRepository standings,
            CategoriesOnFile categories) {
        this.vault = vault;
        this.persons = persons;
        this.home = home;
        this.elders = elders;
        this.standings = standings;
        this.categories = categories;
    }

    /// @return the fields that are no longer what they were, with masked values
    public List<FieldChange> write(ElderLock lock, ElderPatch patch) {
        var changed = new ArrayList<FieldChange>();
        if (!patch.reach().isEmpty()) {
            changed.addAll(person(lock, patch.reach()));
        }
        changed.addAll(standing(lock, patch.over(lock.standing())));
        if (patch.categories().isPresent() && categories.replace(lock, patch.categories().get())) {
            changed.add(MaskedFields.hidden("categories"));
        }
        if (patch.diet().isPresent()) {
            elders.putDiet(lock.elderId(), Words.write(Diets.fold(patch.diet().get())));
            changed.add(MaskedFields.hidden("diet"));
        }
        if (patch.allergens().isPresent()) {
            elders.putAllergens(
                    lock.elderId(), Words.write(Allergens.fold(patch.allergens().get())));
            changed.add(MaskedFields.hidden("allergens"));
        }
        elders.nextVersion(lock.elderId());
        return List.copyOf(changed);
    }

    private List<FieldChange> person(ElderLock lock, ElderPatch.Reach reach) {
        var before = persons.open(lock.elderId(), lock.elder().sealedPerson());
        var after = reach.over(before);
        elders.updateByElderId(
                lock.elderId(),
                persons.seal(lock.elderId(), after),
                after.name().masked(),
                vault.index(after.name()),
                vault.phoneIndex(after.phone()).orElse(null));
        return MaskedFields.between(before, after);
    }

    private List<FieldChange> standing(ElderLock lock, Standing after) {
        var before = lock.standing();
        if (before.equals(after)) {
            return List.of();
        }
        var household = after.household();
        standings.put(
                lock.elderId(),
                lock.today(),
                household.kind(),
                household.division().code(),
                after.residence().code(),
                after.careGrade());
        elders.moveTo(
                lock.elderId(),
                home.districtOf(household.division().code(), after.residence().code()));
        return MaskedFields.between(before, after);
    }
}
