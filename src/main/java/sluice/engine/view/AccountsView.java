package sluice.engine.view;

import java.util.List;

/**
 * Where accounts and journal are not at one. Immutable.
 *
 * @param differences everything that stands, oldest first
 * @param provisional what stands in for fills that a venue counts and does not list yet
 */
public record AccountsView(List<DifferenceView> differences, List<FillView> provisional) {

    public static final AccountsView AT_ONE = new AccountsView(List.of(), List.of());

    public AccountsView {
        differences = List.copyOf(differences);
        provisional = List.copyOf(provisional);
    }
}
