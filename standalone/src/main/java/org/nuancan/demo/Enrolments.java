package org.nuancan.demo;

import java.util.List;
import java.util.Optional;
import org.nuancan.demo.district.DemoElder;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.HeldCategory;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.Needs;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.Person;
import org.nuancan.elder.PersonName;
import org.nuancan.elder.Standing;
import org.nuancan.policy.fact.ElderStatus;

/// Converts the demo's elders to enrolments of the elders' API.
final class Enrolments {

    private static final String INSTITUTION = "朝阳区示例养老院";

    private Enrolments() {}

    static NewElder.Enrolment of(DemoElder elder) {
        return new NewElder.Enrolment(
                newElder(elder),
                elder.stays().stream()
                        .map(stay -> new NewElder.NewStay(stay.from(), stay.to(), INSTITUTION))
                        .toList(),
                elder.statusSince()
                        .map(since -> new NewElder.NewStatus(elder.status(), since, why(elder))),
                List.of(
                        new NewElder.NewCard(
                                new CardNumber(elder.cardNumber()),
                                CardKind.SENIOR_CARD,
                                Optional.of(elder.cardValidTo()))));
    }

    private static NewElder newElder(DemoElder elder) {
        return new NewElder(
                new IdNumber(elder.idNumber()),
                new Person(new PersonName(elder.name()), elder.phone(), elder.address(), List.of()),
                new Standing(elder.household(), elder.residenceDivision(), elder.careGrade()),
                elder.categories().stream().map(Enrolments::held).toList(),
                new Needs(elder.diet(), elder.allergens()));
    }

    private static HeldCategory held(DemoElder.Held held) {
        return new HeldCategory(
                held.category(), held.period().from(), held.period().to(), held.evidence());
    }

    private static String why(DemoElder elder) {
        return elder.status() == ElderStatus.SUSPENDED ? "演示：资料待核" : "演示";
    }
}
