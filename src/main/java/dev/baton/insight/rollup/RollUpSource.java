package dev.baton.insight.rollup;

import java.util.List;

/** Source of the roll-up: the figures that are counted from one table of facts. */
public interface RollUpSource {
  List<Figure> figures();
}
