package dev.baton.insight;

import java.util.List;

/** Source of the roll-up: the figures that are counted from one table of facts. */
interface RollUpSource {
  List<Figure> figures();
}
