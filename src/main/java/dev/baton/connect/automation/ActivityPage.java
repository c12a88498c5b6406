package dev.baton.connect.automation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A page of what people did in another system, in its order.
 *
 * @param next where the next page begins, as the other system says it
 * @param more whether there is something on it already
 */
record ActivityPage(List<ObjectNode> activities, String next, boolean more) {}
