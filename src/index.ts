/** The public API of gradus, as `import { … } from "gradus"` sees it. */

// Notation: shapes, tensors, errors, comparison, random numbers
export { type Shape, ShapeError } from "./math/shape.js";
export { ValueError } from "./math/value-error.js";
export { linspace, ones, Tensor, type TensorLike, tensor, zeros } from "./math/tensor.js";
export { arange, eye, oneHot } from "./math/creation.js";
export { type Comparison, compare, explainMismatch, type Tolerance } from "./math/compare.js";
export {
  DUAL_NUMBER,
  EXACT,
  FINITE_DIFFERENCE,
  FLOAT32,
  ROUNDING,
} from "./math/tolerances.js";
export { Random } from "./math/random.js";

// Operations on numbers, tensors, dual numbers and variables
export {
  abs,
  add,
  div,
  exp,
  log,
  maximum,
  mul,
  neg,
  sqrt,
  square,
  sub,
} from "./math/arithmetic.js";
export type { Binary, Unary } from "./math/elementwise.js";
export type { Operand, Value } from "./math/operation.js";
export { dot, matMul, transpose } from "./math/linear-algebra.js";
export { mean, sum } from "./math/reductions.js";
export { argMax, max } from "./math/largest.js";
export { logSumExp } from "./math/log-sum-exp.js";
export { greater, where } from "./math/selection.js";
export { concat } from "./math/concat.js";
export { gatherRows, reshape } from "./math/rearrange.js";
export { flatten } from "./math/flatten.js";

// Chapter 1: units, layers, networks
export { type Activation, activation } from "./math/activation.js";
export { linear, relu, sigmoid, tanh } from "./math/activations.js";
export { leakyRelu, leakyReluWith, softplus } from "./math/more-activations.js";
export { softmax } from "./math/softmax.js";
export { perceptron, weightedSum } from "./math/perceptron.js";
export { classify, type Hyperplane, hyperplane, sign } from "./math/sign-classifier.js";
export { dense } from "./math/dense-layer.js";
export {
  createNetwork,
  forward,
  type Layer,
  layerSizes,
  type Network,
  parametersOf,
  withParameters,
} from "./math/network.js";
export { Flatten, Linear, type Module, Sequential } from "./math/modules.js";
export {
  evaluateGraph,
  type GraphUnit,
  type NetworkGraph,
  type UnitState,
  unitOrder,
} from "./math/graph-form.js";
export { XOR_NETWORK, xorHiddenSpace, xorPointsRight } from "./math/xor.js";

// Chapter 2: losses
export type { Loss } from "./math/loss.js";
export { empiricalLoss, meanGradient } from "./math/empirical-loss.js";
export { meanSquaredError } from "./math/mean-squared-error.js";
export { binaryCrossEntropy, binaryCrossEntropyFromLogits } from "./math/binary-cross-entropy.js";
export { softmaxCrossEntropy } from "./math/softmax-cross-entropy.js";
export { negativeLogLikelihood } from "./math/negative-log-likelihood.js";
export { hinge } from "./math/hinge.js";
export { marginRanking } from "./math/margin-ranking.js";
export {
  NAIVE_FORMS,
  naiveBinaryCrossEntropy,
  naiveSigmoidDerivative,
  naiveSoftmax,
  naiveSoftmaxCrossEntropy,
  naiveSoftplus,
} from "./math/naive-losses.js";

// Chapter 3: derivatives, three ways, and the graph
export { centralDifference, numericalGradient } from "./math/central-difference.js";
export { Dual, derivativeByDual, dual, gradientByDual } from "./math/dual.js";
export { topologicalOrder, Variable, variable } from "./math/variable.js";
export { grad, jacobian, jvp, valueAndGrad, vjp } from "./math/gradient.js";
export { customOperation } from "./math/custom-operation.js";
export { type TraceEdge, type TraceNode, trace } from "./math/trace.js";
export { backwardPass, forwardPass } from "./math/backpropagation.js";

// Chapter 4: gradient descent
export {
  type DescentStep,
  type Differentiable,
  descentEnd,
  descentSteps,
} from "./math/descent.js";
export { miniBatchGradient } from "./math/mini-batch.js";
export type { Optimizer } from "./math/optimizers/optimizer.js";
export { gradientDescent } from "./math/optimizers/gradient-descent.js";
export { momentum } from "./math/optimizers/momentum.js";
export { nesterov } from "./math/optimizers/nesterov.js";
export { adagrad } from "./math/optimizers/adagrad.js";
export { adadelta } from "./math/optimizers/adadelta.js";
export { rmsprop } from "./math/optimizers/rmsprop.js";
export { adam } from "./math/optimizers/adam.js";
export { adamax } from "./math/optimizers/adamax.js";
export { adamw } from "./math/optimizers/adamw.js";
export {
  cosineDecay,
  exponentialDecay,
  followedBy,
  inverseTimeDecay,
  type Schedule,
  stepDecay,
  warmUp,
} from "./math/schedules.js";
export {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type Initializer,
  leCunNormal,
  leCunUniform,
  randomNormal,
  randomUniform,
} from "./math/initializers.js";
export {
  type Batch,
  balancedBatch,
  batches,
  hardExampleBatch,
  shuffledBatches,
} from "./math/sampling.js";
export { type Standardization, standardize } from "./math/standardization.js";
export {
  doubleWell,
  openDoubleWell,
  ravine,
  rosenbrock,
  type Surface,
  saddle,
} from "./math/surfaces.js";
export { turned } from "./math/turned-surface.js";
export { conditionNumber, curvatures } from "./math/curvature.js";
export { type BestRate, bestRate, stepsToSettle } from "./math/rate-search.js";
export { type TrainingStep, train } from "./math/training.js";
export { explainDivergence } from "./math/training-error.js";

// Chapter 5: regularization and practice
export { l1Penalty, l2Penalty, lpPenalty } from "./math/regularization/penalties.js";
export { decayWeights, weightDecayStep } from "./math/regularization/weight-decay.js";
export {
  applyMasks,
  pruneByFraction,
  pruneByThreshold,
} from "./math/regularization/pruning.js";
export {
  dropoutBackward,
  dropoutInference,
  dropoutMask,
  dropoutTraining,
} from "./math/regularization/dropout.js";
export { addNoise } from "./math/regularization/noise.js";
export { augment } from "./math/regularization/augmentation.js";
export {
  flipImage,
  mapImages,
  rotateImage,
  shiftImage,
} from "./math/regularization/image.js";
export {
  type Classifier,
  type ClassifierOptions,
  fitClassifier,
} from "./math/regularization/classifier.js";
export {
  type EarlyStopping,
  earlyStopping,
  type StoppingState,
  stopOnCurve,
} from "./math/regularization/early-stopping.js";
export {
  batchNormBackward,
  batchNormInference,
  batchNormTraining,
  updateStatistics,
} from "./math/regularization/batch-normalization.js";
export { layerNorm, layerNormBackward } from "./math/regularization/layer-normalization.js";
export {
  deadUnits,
  findNonFinite,
  normsOf,
  saturationShare,
  smoothLosses,
  totalNorm,
} from "./math/regularization/monitors.js";
export {
  accuracy,
  binaryAccuracy,
  confusionMatrix,
  meanAbsoluteError,
} from "./math/regularization/metrics.js";

// Chapter 6: beyond
export { forwardDifferenceGradient } from "./math/beyond/finite-difference-gradient.js";
export { spsa, spsaGradient } from "./math/beyond/spsa.js";
export { randomSearch } from "./math/beyond/random-search.js";
export { evolutionStrategy } from "./math/beyond/evolution-strategy.js";
export { bitGenes, geneticAlgorithm, realGenes } from "./math/beyond/genetic-algorithm.js";
export { particleSwarm } from "./math/beyond/particle-swarm.js";
export { hybridGradient } from "./math/beyond/hybrid.js";
export { kieferWolfowitz } from "./math/beyond/kiefer-wolfowitz.js";
export { newton } from "./math/beyond/newton.js";
export { conjugateGradient, conjugateGradientSolve } from "./math/beyond/conjugate-gradient.js";
export { bfgs } from "./math/beyond/bfgs.js";
export { lBfgs } from "./math/beyond/l-bfgs.js";
export {
  polynomialFeatureCount,
  polynomialFeatures,
} from "./math/beyond/polynomial-features.js";
export { randomFeatures } from "./math/beyond/random-features.js";
export { gaussianKernel, radialBasis } from "./math/beyond/radial-basis.js";
export { spaceTiling } from "./math/beyond/space-tiling.js";
export { kernelMachine, readOut } from "./math/beyond/kernel-machine.js";
export { coverCount, coverProbability, simulateCover } from "./math/beyond/cover.js";
export { sigmoidBumps } from "./math/beyond/sigmoid-bumps.js";
export {
  activationPatterns,
  maximalRegions,
  regionsOnGrid,
  switchesAlongLine,
} from "./math/beyond/linear-regions.js";
export { foldingNetwork } from "./math/beyond/folding.js";
export { bilinear, gate } from "./math/multiplicative.js";
export { attention, attentionWeights } from "./math/attention.js";

// Data
export { type Dataset, takeRows } from "./datasets/dataset.js";
export type { LabelledDataset } from "./datasets/table.js";
export { blobs } from "./datasets/blobs.js";
export { circles } from "./datasets/circles.js";
export { moons } from "./datasets/moons.js";
export { noisyLine } from "./datasets/noisy-line.js";
export { noisySine } from "./datasets/noisy-sine.js";
export { spirals } from "./datasets/spirals.js";
export { farFromZero, unequalScales } from "./datasets/badly-scaled.js";
export { xor, xorClouds } from "./datasets/xor.js";
export { sortByClass } from "./datasets/class-sorted.js";
export { wrongLabels } from "./datasets/wrong-labels.js";
export { split } from "./datasets/splits.js";
export { diabetes } from "./datasets/diabetes.js";
export { digits } from "./datasets/digits.js";
export { iris } from "./datasets/iris.js";
export { mnist } from "./datasets/mnist.js";
export { penguins } from "./datasets/penguins.js";

// Figures
export type { Figure } from "./figures/figure.js";
export { barsWithErrors } from "./figures/bars-with-errors.js";
export { imageGrid } from "./figures/image-grid.js";
export { learningCurves } from "./figures/learning-curves.js";
export { surfaceBesideContours, surfaceFigure } from "./figures/surface-figure.js";
export { activationCurves } from "./figures/perceptron/activation-curves.js";
export { decisionLine } from "./figures/perceptron/decision-line.js";
export { hyperplaneMoves } from "./figures/perceptron/hyperplane-moves.js";
export { linearStack } from "./figures/perceptron/linear-stack.js";
export { oneInputUnit } from "./figures/perceptron/one-input-unit.js";
export { perceptronDiagram } from "./figures/perceptron/perceptron-diagram.js";
export { sigmoidAt } from "./figures/perceptron/sigmoid-at.js";
export { twoClasses } from "./figures/perceptron/two-classes.js";
export { networkDiagram } from "./figures/perceptron/network-diagram.js";
export { graphDiagram } from "./figures/perceptron/graph-diagram.js";
export { type Block, blockDiagram } from "./figures/perceptron/block-diagram.js";
export { hiddenSpaceBend } from "./figures/perceptron/hidden-space-bend.js";
export { everyLine } from "./figures/perceptron/every-line.js";
export { type Gate, truthTables } from "./figures/perceptron/truth-tables.js";
export { deadUnitsCurve } from "./figures/perceptron/dead-units-curve.js";
export { saturationMap } from "./figures/perceptron/saturation-map.js";
export { nestedFields } from "./figures/perceptron/nested-fields.js";
export { timeline } from "./figures/perceptron/timeline.js";
export { courseMap } from "./figures/perceptron/course-map.js";
export { featurePipelines } from "./figures/perceptron/feature-pipelines.js";
export { digitPictures, weightPictures } from "./figures/perceptron/feature-pictures.js";
export { type Stage, shapesFlow } from "./figures/perceptron/shapes-flow.js";
export { softmaxBars } from "./figures/perceptron/softmax-bars.js";

// Figures of losses
export { batchEstimates } from "./figures/loss/batch-estimates.js";
export { confidentlyWrong } from "./figures/loss/confidently-wrong.js";
export { crossEntropyCurves } from "./figures/loss/cross-entropy-curves.js";
export { gridSearchCost } from "./figures/loss/grid-search-cost.js";
export { gridWinners } from "./figures/loss/grid-winners.js";
export { likelihoodCurve } from "./figures/loss/likelihood-curve.js";
export { lossBlock } from "./figures/loss/loss-block.js";
export { lossForms } from "./figures/loss/loss-forms.js";
export { lossSurface } from "./figures/loss/loss-surface.js";
export { marginLoss } from "./figures/loss/margin-loss.js";
export { mseVsCrossEntropyTraining } from "./figures/loss/mse-vs-cross-entropy-training.js";
export { noiseBells } from "./figures/loss/noise-bells.js";
export { residualSquares } from "./figures/loss/residual-squares.js";
export { sliceOfLoss } from "./figures/loss/slice-of-loss.js";
export { softmaxPull } from "./figures/loss/softmax-pull.js";
export { stabilityGap } from "./figures/loss/stability-gap.js";

// Figures of chapter 5
export { dropoutNetwork } from "./figures/regularization/dropout-network.js";
export { earlyStoppingCurves } from "./figures/regularization/early-stopping-curves.js";
export { methodComparison } from "./figures/regularization/method-comparison.js";
export { normalizationStatistics } from "./figures/regularization/normalization-statistics.js";
export { penaltyGeometry } from "./figures/regularization/penalty-geometry.js";
export { polynomialFit } from "./figures/regularization/polynomial-fit.js";
export { shiftedDigits } from "./figures/regularization/shifted-digits.js";
export { shrinkagePaths } from "./figures/regularization/shrinkage-paths.js";
export { splitBar } from "./figures/regularization/split-bar.js";
export { underOverCurves } from "./figures/regularization/under-over-curves.js";
export { weightHistogram } from "./figures/regularization/weight-histogram.js";
export { widthSweep } from "./figures/regularization/width-sweep.js";

// Figures of practice: charts, confusions, monitors
export { patientChart } from "./figures/practice/patient-chart.js";
export { confusionHeatmap } from "./figures/practice/confusion-heatmap.js";
export { monitorsPanel } from "./figures/practice/monitors-panel.js";
export { liveLearningCurve } from "./figures/practice/live-learning-curve.js";
export { tfjsAgreement } from "./figures/practice/tfjs-agreement.js";
export { worstMistakes } from "./figures/practice/worst-mistakes.js";
export { firstLayerWeights } from "./figures/practice/first-layer-weights.js";

// The break-it clinic: ten sick trainings
export type { Answer as Diagnosis } from "./clinic/diagnose.js";
export {
  type Cause,
  type Cure,
  HEALTHY,
  type PatientNumber,
  type Settings,
} from "./clinic/patient.js";
export { CAUSES } from "./clinic/patients.js";

// Figures of chapter 3
export { type BackpropStep, backpropSteps } from "./figures/chain-rule/backprop-steps.js";
export { backpropStepper } from "./figures/chain-rule/backprop-stepper.js";
export { chainOfRates } from "./figures/chain-rule/chain-of-rates.js";
export { expressionGraph } from "./figures/chain-rule/expression-graph.js";
export { fanOutGraph } from "./figures/chain-rule/fan-out-graph.js";
export { gradientField } from "./figures/chain-rule/gradient-field.js";
export { jacobianHeatmap } from "./figures/chain-rule/jacobian-heatmap.js";
export { maxRouting } from "./figures/chain-rule/max-routing.js";
export { meanOfGradients } from "./figures/chain-rule/mean-of-gradients.js";
export { orderMatters } from "./figures/chain-rule/order-matters.js";
export { reluGate } from "./figures/chain-rule/relu-gate.js";
export { softmaxJacobian } from "./figures/chain-rule/softmax-jacobian.js";
export { subgradients } from "./figures/chain-rule/subgradients.js";
export { twiddleError } from "./figures/chain-rule/twiddle-error.js";
export { twoWeightChain } from "./figures/chain-rule/two-weight-chain.js";

// Figures of chapter 4
export { activationsThroughLayers } from "./figures/descent/activations-through-layers.js";
export { classSorted } from "./figures/descent/class-sorted.js";
export { descentOnCurve } from "./figures/descent/descent-on-curve.js";
export { doubleWellOpened } from "./figures/descent/double-well-opened.js";
export { fogSurface } from "./figures/descent/fog-surface.js";
export { gradientNoise } from "./figures/descent/gradient-noise.js";
export { inputScales } from "./figures/descent/input-scales.js";
export { optimizerRace } from "./figures/descent/optimizer-race.js";
export { rateSweep } from "./figures/descent/rate-sweep.js";
export { ravinePaths } from "./figures/descent/ravine-paths.js";
export { saddleEscape } from "./figures/descent/saddle-escape.js";
export { scheduleCurves } from "./figures/descent/schedule-curves.js";
export { stochasticPaths } from "./figures/descent/stochastic-paths.js";
export { surfacePaths } from "./figures/descent/surface-paths.js";
export { threeRates } from "./figures/descent/three-rates.js";
export { twoWeights } from "./figures/descent/two-weights.js";
export { youDescend } from "./figures/descent/you-descend.js";
export { zeroInit } from "./figures/descent/zero-init.js";

// In a notebook: show, guess and compare, ask, check an answer
export { show } from "./kernel/show.js";
export { type LiveFigure, liveFigure } from "./kernel/live-figure.js";
export { table } from "./kernel/table.js";
export { predict, reveal } from "./kernel/predict.js";
export { quiz } from "./kernel/quiz.js";
export { formulaSheet } from "./kernel/formula-sheet.js";
export { check, hint } from "./kernel/check.js";
export { solution } from "./kernel/solution.js";
export { progress } from "./kernel/progress.js";
export { own } from "./kernel/own.js";
export { clinicChart, diagnose } from "./kernel/clinic.js";
export { NotImplemented } from "./grading/not-implemented.js";
