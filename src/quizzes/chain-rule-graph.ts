/** Quizzes of chapter 3, the chain rule: fan-out, Jacobians, the recursion, the order of a graph. */

import { add, mul, square } from "../math/arithmetic.js";
import { grad, jacobian } from "../math/gradient.js";
import { dot, matMul } from "../math/linear-algebra.js";
import type { Question } from "./question.js";

const tex = String.raw;

/** Sections 3.5 to 3.9. */
export const GRAPH_QUESTIONS: readonly Question[] = [
  {
    id: "3.5a",
    ask: tex`$z$ feeds two sums, $s_0 = 2z$ and $s_1 = 5z$. From above come $dC/ds_0 = 3$ and $dC/ds_1 = -1$. What is $dC/dz$?`,
    computed: () => dot([3, -1], [2, 5]),
    options: [
      {
        text: "6",
        value: 6,
        why: "That is the first road alone. The second carries $-5$, and both are walked at once.",
      },
      {
        text: "−30",
        value: -30,
        why: "The two roads were multiplied with each other. Multiply along a road, add where roads meet.",
      },
      { text: "1", value: 1, right: true, why: tex`$3 \cdot 2 + (-1) \cdot 5 = 1$.` },
      {
        text: "14",
        value: 14,
        why: "Slopes and weights were added up apart and then multiplied. Each slope belongs to its own weight.",
      },
    ],
  },
  {
    id: "3.5b",
    ask: tex`What is the slope of $z + z$ at any $z$, and what does a program find that overwrites instead of adding?`,
    options: [
      {
        text: "The slope is 2, and it finds 1.",
        right: true,
        why: "Both uses of $z$ have slope 1. The second overwrites the first, and half of the slope is lost.",
      },
      {
        text: "The slope is 2, and it finds 2.",
        why: "Only if it adds. The two contributions are 1 and 1, and one of them is thrown away.",
      },
      {
        text: "The slope is 1, and it finds 1.",
        why: "Push $z$ up by 0.01, and the sum moves by 0.02. Two readers are two roads.",
      },
    ],
  },
  {
    id: "3.6a",
    ask: "A function takes 4 numbers and returns 2. What is the shape of its Jacobian, with rows as outputs, and what does one walk *backwards* give you of it?",
    options: [
      {
        text: "4 by 2, and one column",
        why: "Rows are outputs, so there are two rows. And a walk backwards starts from an output.",
      },
      {
        text: "2 by 4, and one column",
        why: "A column tells what one *input* does to all outputs. That takes one nudge, or one walk, forwards.",
      },
      {
        text: "2 by 4, and one row",
        right: true,
        why: "A row tells how one output depends on all inputs: start at that output with 1 and walk back.",
      },
      {
        text: "2 by 4, and all of it",
        why: "One walk back starts with one row. For two outputs it takes two walks. A loss has one output, and there it is all.",
      },
    ],
  },
  {
    id: "3.6b",
    ask: tex`What is the upper right entry of the Jacobian of $(x_1, x_2) \mapsto (x_1 + 5 x_2,\ x_1^2)$ at $(3, 1)$?`,
    computed: () =>
      jacobian(
        (x) =>
          add(
            matMul(
              [
                [1, 5],
                [0, 0],
              ],
              x,
            ),
            mul(
              [0, 1],
              square(
                matMul(
                  [
                    [0, 0],
                    [1, 0],
                  ],
                  x,
                ),
              ),
            ),
          ),
        [3, 1],
      ).at(0, 1),
    options: [
      {
        text: "6",
        value: 6,
        why: "That is the slope of $x_1^2$ at 3, and stands in the second row, first column.",
      },
      {
        text: "5",
        value: 5,
        right: true,
        why: "First row is the first output, second column the second input: the slope of $x_1 + 5x_2$ in $x_2$.",
      },
      {
        text: "1",
        value: 1,
        why: "That is the upper *left* entry: the first output's slope in $x_1$.",
      },
      {
        text: "0",
        value: 0,
        why: "That is the lower right entry: the second output does not read $x_2$.",
      },
    ],
  },
  {
    id: "3.7a",
    ask: tex`Examples are rows, $Z = XW$, $X$ is $[32, 10]$ and $\partial C/\partial Z$ is $[32, 5]$. Which product is $\partial C/\partial W$?`,
    options: [
      {
        text: tex`$\frac{\partial C}{\partial Z}\, X^{\mathsf T}$`,
        why: "Its shape is $[32, 5]\\cdot[10, 32]$, which does not even fit.",
      },
      {
        text: tex`$X^{\mathsf T}\, \frac{\partial C}{\partial Z}$`,
        right: true,
        why: "$[10, 32]\\cdot[32, 5] = [10, 5]$, the shape of $W$. And the sum over the 32 examples is in the product.",
      },
      {
        text: tex`$\frac{\partial C}{\partial Z}\, W^{\mathsf T}$`,
        why: "That is $[32, 10]$, the shape of $X$. It is the other answer of the module, for whoever is below.",
      },
    ],
  },
  {
    id: "3.7b",
    ask: tex`Someone says "the Jacobian of multiplying by $W$ is $W^{\mathsf T}$". When is that right?`,
    options: [
      {
        text: "Always: gradients go back through the transpose.",
        why: "The transpose that one sees in programs comes from how the gradient is stored. For $x \\mapsto Wx$ with rows as outputs, the Jacobian is $W$.",
      },
      {
        text: "Never.",
        why: "With examples as rows, $x \\mapsto xW$, it is $W^{\\mathsf T}$. You measured it.",
      },
      {
        text: "If the matrix stands on the right, $x \\mapsto xW$, and rows are outputs.",
        right: true,
        why: "Then output $i$ uses column $i$ of $W$, and that column is row $i$ of the Jacobian.",
      },
    ],
  },
  {
    id: "3.8a",
    ask: "Why does training a network need more memory than using it?",
    options: [
      {
        text: "Because the Jacobians of all layers are stored.",
        why: "They would be far too large. Only the row times the Jacobian is computed.",
      },
      {
        text: "Because the values of the forward pass are kept until the way back has used them.",
        right: true,
        why: tex`$(3.12)$ and $(3.13)$ read $z_k$. When a network is only used, each value can be thrown away at once.`,
      },
      {
        text: "Because each example needs a copy of the weights.",
        why: "All examples share the weights. What each of them needs is its own values.",
      },
    ],
  },
  {
    id: "3.8b",
    ask: tex`A model has $N = 1000$ weights and makes $M = 10$ predictions. What is the shape of $\partial \hat y/\partial w$?`,
    options: [
      {
        text: "1000 by 1000",
        why: "That is the slip of (E15): N by N. Rows are outputs, and there are ten.",
      },
      {
        text: "10 by 1000",
        right: true,
        why: tex`$M$ rows for the outputs, $N$ columns for the weights. So $(1 \times 10)(10 \times 1000) = 1 \times 1000$.`,
      },
      {
        text: "1000 by 10",
        why: "Rows are outputs. With this shape the row of ten slopes from above could not be multiplied from the left.",
      },
    ],
  },
  {
    id: "3.9a",
    ask: tex`$c = a \cdot b$ and $y = c + a$, with $a = 4$, $b = 3$. What is $\partial y/\partial a$?`,
    computed: () => grad((p) => add(mul(p.a, p.b), p.a), { a: 4, b: 3 }).a,
    options: [
      {
        text: "3",
        value: 3,
        why: "That is the road through $c$. The direct road from $a$ to $y$ adds 1.",
      },
      {
        text: "5",
        value: 5,
        why: "That takes $a$ for the slope of $a \\cdot b$. The slope in $a$ is the other factor, $b$.",
      },
      { text: "1", value: 1, why: "That is the direct road. The road through $c$ adds $b = 3$." },
      {
        text: "4",
        value: 4,
        right: true,
        why: "Two roads lead from $a$ to $y$: through $c$ with slope $b = 3$, and directly with slope 1.",
      },
    ],
  },
  {
    id: "3.9b",
    ask: "A node hands its slope down before all of its readers have spoken. What happens?",
    options: [
      {
        text: "The program stops with an error.",
        why: "If only it did. It returns numbers that look like any others.",
      },
      {
        text: "Nothing, since addition can be done in any order.",
        why: "The order within a sum is free. But what it hands down is a product with the *whole* sum.",
      },
      {
        text: "What it hands down is too little, or is handed down twice when it comes by again.",
        right: true,
        why: "That is why the four numbers of the lecture differ, and why one walks in topological order, from the end.",
      },
    ],
  },
];
