package sluice.sim.store;

import sluice.sim.Ledger;

class MemoryLedgerTest extends RestartContract {

    private final MemoryLedger ledger = new MemoryLedger();

    @Override
    Ledger reopen() {
        return ledger;
    }
}
