package org.nuancan.policy.document;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/// The faults of one document in the order in which they were found. At most 500 are kept, since a
/// hostile document could contain a million.
final class FaultList extends AbstractList<Fault> {

    private static final int MOST = 500;

    private final List<Fault> kept = new ArrayList<>();

    @Override
    public boolean add(Fault fault) {
        return kept.size() < MOST && kept.add(fault);
    }

    @Override
    public Fault get(int index) {
        return kept.get(index);
    }

    @Override
    public int size() {
        return kept.size();
    }
}
