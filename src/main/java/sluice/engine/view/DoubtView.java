package sluice.engine.view;

import sluice.order.ChildId;

/**
 * How far asking about an order has come. Immutable.
 *
 * @param questions asked so far by this desk
 * @param notFound answers in a row that did not know it
 * @param escalated whether an operator was told, and nothing new goes to its venue
 */
public record DoubtView(ChildId childId, int questions, int notFound, boolean escalated) {}
