package dev.baton.engine.feel;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * The stock interpreter, which pays for each expression that it evaluates. What a loop runs over is
 * paid for before it is made, since the lists alone could fill the memory; what it makes of texts
 * and lists is paid for by length; and a pattern is tried on a text that counts how often it is
 * read.
 */
final class CountingInterpreter extends FeelInterpreter {
  private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");
  private static final int CHARACTERS_A_STEP = 100;

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
    } else if (expression instanceof FunctionInvocation call
        && PATTERNS.contains(call.function())) {
      payForPattern(call.params(), context);
    }
    Val value = super.eval(expression, context);
    payFor(value, expression instanceof Ref);
    return value;
  }

  private static void payFor(Val value, boolean isKnown) {
    if (value instanceof ValString text) {
      FeelBudget.spend(text.value().length() / CHARACTERS_A_STEP);
      if (!isKnown) {
        FeelBudget.spendText(text.value().length());
      }
    } else if (!isKnown) {
      payForItems(value);
    }
  }

  /** Values may share what they hold, so that a few lists can hold more than any memory. */
  private static void payForItems(Object value) {
    if (value instanceof ValList list) {
      FeelBudget.spend(list.itemsAsSeq().size());
      CollectionConverters.asJava(list.itemsAsSeq()).forEach(CountingInterpreter::payForItems);
    } else if (value instanceof ValContext map) {
      var items = map.context().variableProvider().getVariables();
      FeelBudget.spend(items.size());
      CollectionConverters.asJava(items).values().forEach(CountingInterpreter::payForItems);
    }
  }

  private void payForPattern(FunctionParameters parameters, EvalContext context) {
    Map<String, String> texts = new HashMap<>();
    if (parameters instanceof PositionalFunctionParameters list) {
      var each = list.params().iterator();
      for (int at = 0; each.hasNext(); at++) {
        put(texts, String.valueOf(at), eval(each.next(), context));
      }
    } else if (parameters instanceof NamedFunctionParameters named) {
      CollectionConverters.asJava(named.params())
          .forEach((name, value) -> put(texts, name, eval(value, context)));
    }
    String text = first(texts, "0", "input", "string");
    String pattern = first(texts, "1", "pattern", "delimiter");
    if (text == null || pattern == null) {
      return;
    }
    try {
      Matcher matcher = Pattern.compile(pattern).matcher(new PaidText(text));
      long found = 0;
      while (matcher.find()) {
        found++;
      }
      String replacement = first(texts, "2", "replacement");
      FeelBudget.spendText(replacement == null ? 0 : found * replacement.length());
    } catch (PatternSyntaxException e) {
      // the function itself says so
    }
  }

  private static void put(Map<String, String> texts, String name, Val value) {
    if (value instanceof ValString text) {
      texts.put(name, text.value());
    }
  }

  private static @Nullable String first(Map<String, String> texts, String... names) {
    return Stream.of(names).map(texts::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Text whose every reading costs a step: a pattern may read it again without end. */
  private record PaidText(CharSequence text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      FeelBudget.spend(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
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
