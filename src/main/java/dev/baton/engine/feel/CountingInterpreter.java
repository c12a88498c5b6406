package dev.baton.engine.feel;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The stock interpreter, which pays for each expression that it evaluates. What a loop runs over is
 * paid for before it is made, since the lists alone could fill the memory.
 */
final class CountingInterpreter extends FeelInterpreter {
  CountingInterpreter(ValueMapper values) {
    super(values);
  }

  @Override
  public Val eval(Exp expression, EvalContext context) {
    FeelBudget.spend(1);
    if (expression instanceof IterationContext range) {
      FeelBudget.spend(length(eval(range.start(), context), eval(range.end(), context)));
    } else if (expression instanceof For loop) {
      payForCombinations(loop.iterators(), context);
    } else if (expression instanceof SomeItem some) {
      payForCombinations(some.iterators(), context);
    } else if (expression instanceof EveryItem every) {
      payForCombinations(every.iterators(), context);
    }
    return super.eval(expression, context);
  }

  private static long length(Val start, Val end) {
    return start instanceof ValNumber from && end instanceof ValNumber to
        ? to.value().$minus(from.value()).abs().toLong()
        : 0;
  }

  private void payForCombinations(List<Tuple2<String, Exp>> iterators, EvalContext context) {
    if (iterators.size() < 2) {
      return;
    }
    long combinations = 1;
    var each = iterators.iterator();
    while (each.hasNext()) {
      if (eval(each.next()._2(), context) instanceof ValList list) {
        combinations = Math.min(combinations * list.itemsAsSeq().size(), Integer.MAX_VALUE);
      }
    }
    FeelBudget.spend(combinations);
  }
}
