package io.duibiao.measurement;

import jakarta.inject.Singleton;

import io.duibiao.core.Catalogue.Noun;
import io.duibiao.plan.Referring;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What values were ever recorded for stays in the catalogue, and so does what a period was closed for. */
@Singleton
class ValueReferences implements Referring {

    @Override
    public boolean refersTo(Noun noun, String code) {
        return QuarkusTransaction.joiningExisting().call(() -> switch (noun) {
            case INDICATOR -> MeasurementRow.find("indicator", code).firstResultOptional().isPresent();
            case REGION, GROUP -> MeasurementRow.find("region", code).firstResultOptional().isPresent()
                    || ClosureRow.find("region", code).firstResultOptional().isPresent();
            default -> false;
        });
    }
}
