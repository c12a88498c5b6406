package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Models.Model;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes the picture of a process readable, as far as a ruler can tell. */
class ModelDrawingTest {

  static Stream<Model<BpmnModelInstance>> processes() {
    return Models.processes();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_node_and_every_flow_is_drawn(Model<BpmnModelInstance> model) {
    assertThat(nodes(model))
        .isNotEmpty()
        .allMatch(node -> node.getDiagramElement() instanceof BpmnShape);
    assertThat(flows(model))
        .isNotEmpty()
        .allSatisfy(
            flow -> assertThat(flow.getDiagramElement().getWaypoints()).hasSizeGreaterThan(1));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void no_shape_and_no_label_lies_on_another(Model<BpmnModelInstance> model) {
    List<Map.Entry<String, Rectangle2D>> boxes = new ArrayList<>();
    nodes(model)
        .filter(node -> !(node instanceof BoundaryEvent || node instanceof SubProcess))
        .forEach(n -> boxes.add(box(n)));
    boxes.addAll(labels(model).entrySet());

    for (int i = 0; i < boxes.size(); i++) {
      for (var other : boxes.subList(i + 1, boxes.size())) {
        assertThat(boxes.get(i).getValue().intersects(other.getValue()))
            .as(boxes.get(i).getKey() + " on " + other.getKey())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_boundary_event_lies_on_its_task_and_on_nothing_else(Model<BpmnModelInstance> model) {
    nodes(model)
        .filter(BoundaryEvent.class::isInstance)
        .map(BoundaryEvent.class::cast)
        .forEach(
            event ->
                assertThat(nodes(model).filter(node -> node != event && touches(node, event)))
                    .extracting(FlowNode::getId)
                    .containsExactly(event.getAttachedTo().getId()));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_sub_process_is_drawn_around_what_is_in_it_and_nothing_else(
      Model<BpmnModelInstance> model) {
    nodes(model)
        .filter(SubProcess.class::isInstance)
        .forEach(
            around ->
                assertThat(nodes(model).filter(node -> node != around))
                    .isNotEmpty()
                    .allMatch(
                        node ->
                            node.getParentElement() == around
                                ? box(around).getValue().contains(box(node).getValue())
                                : !touches(around, node)));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void no_flow_runs_through_a_label_or_a_shape(Model<BpmnModelInstance> model) {
    flows(model)
        .forEach(
            flow -> {
              Map<String, Rectangle2D> inTheWay = labels(model);
              nodes(model)
                  .filter(node -> !ends(flow, node) && flow.getParentElement() != node)
                  .map(ModelDrawingTest::box)
                  .forEach(box -> inTheWay.put(box.getKey(), box.getValue()));
              inTheWay.forEach(
                  (name, box) ->
                      assertThat(lines(flow))
                          .as(flow.getId() + " through " + name)
                          .isNotEmpty()
                          .noneMatch(line -> line.intersects(box)));
            });
  }

  @ParameterizedTest
  @MethodSource("processes")
  void flows_are_level_or_upright_and_never_lead_back(Model<BpmnModelInstance> model) {
    assertThat(flows(model).flatMap(ModelDrawingTest::lines))
        .isNotEmpty()
        .allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2())
        .allMatch(line -> line.getX1() <= line.getX2());
  }

  private static Stream<FlowNode> nodes(Model<BpmnModelInstance> model) {
    return model.tree().getModelElementsByType(FlowNode.class).stream();
  }

  private static Stream<SequenceFlow> flows(Model<BpmnModelInstance> model) {
    return model.tree().getModelElementsByType(SequenceFlow.class).stream();
  }

  private static Map<String, Rectangle2D> labels(Model<BpmnModelInstance> model) {
    Map<String, Rectangle2D> labels = new TreeMap<>();
    for (var shape : model.tree().getModelElementsByType(BpmnShape.class)) {
      add(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel());
    }
    for (var edge : model.tree().getModelElementsByType(BpmnEdge.class)) {
      add(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel());
    }
    return labels;
  }

  private static void add(Map<String, Rectangle2D> labels, String of, BpmnLabel label) {
    if (label != null) {
      labels.put("label of " + of, rectangle(label.getBounds()));
    }
  }

  private static Map.Entry<String, Rectangle2D> box(FlowNode node) {
    return Map.entry(node.getId(), rectangle(((BpmnShape) node.getDiagramElement()).getBounds()));
  }

  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static boolean touches(FlowNode one, FlowNode other) {
    return box(one).getValue().intersects(box(other).getValue());
  }

  /** A flow from a boundary event starts on the task below it. */
  private static boolean ends(SequenceFlow flow, FlowNode node) {
    return flow.getSource().equals(node)
        || flow.getTarget().equals(node)
        || flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo().equals(node);
  }

  private static Stream<Line2D> lines(SequenceFlow flow) {
    List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
    return IntStream.range(1, points.size())
        .mapToObj(
            i ->
                new Line2D.Double(
                    points.get(i - 1).getX(),
                    points.get(i - 1).getY(),
                    points.get(i).getX(),
                    points.get(i).getY()));
  }
}
