package io.duibiao.measurement;

import java.util.Optional;

import io.duibiao.core.Figure;
import io.duibiao.core.Measurement;
import io.duibiao.core.Quantity;
import io.duibiao.core.Status;

/**
 * A value as a line of a file gives it. What the line does not say, what stands says.
 *
 * @param index of the cell with the value
 * @param unitIndex of the cell with the unit
 */
record Draft(int index, Measurement.Key key, Quantity value, Optional<String> unit, int unitIndex, Optional<Status> status,
        Optional<String> source, Optional<String> note, Optional<String> reason) {

    Reported over(Optional<Measurement> standing, String sender, boolean declares) {
        return new Reported(key, new Figure.Exact(value), value.toString(), unit, status,
                source.or(() -> standing.map(Measurement::source)).orElse(sender),
                note.or(() -> standing.flatMap(Measurement::note)), declares);
    }
}
