import { figureEn } from "../../src/content/messages/figure.en";
import { learnEn } from "../../src/content/messages/learn.en";
import { sheetsEn } from "../../src/content/messages/sheets.en";
import type { ConvDocument } from "../../src/model/document";
import { createFigure, type Figure } from "../../src/render/figure";
import { createLearnFigure, type LearnFigure } from "../../src/render/learnFigure";
import { type Board, boardOf } from "../../src/scene/board";
import { frameAt } from "../../src/scene/frame";
import type { GridCell } from "../../src/scene/highlight";
import type { Box, Shown } from "../../src/scene/layout";
import { learnHighlights } from "../../src/scene/learnHighlight";
import { channelShown } from "../../src/scene/learnLabels";
import type { LearnGrid } from "../../src/scene/learnLayout";
import { formatMessage } from "../../src/ui/i18n";
import { type TrainingFigure, trainingFigure } from "../scene/trainingFigure";

/** A figure on a page of its own. */
interface Drawing {
  readonly host: HTMLElement;
  readonly figure: Figure;
  readonly show: (document: ConvDocument, position: number, showAll?: boolean) => Board;
}

const DESK: Box = { width: 832, height: 644, large: false };

/** @param options what the board shows besides its document */
export function startDrawing(box: Box = DESK, options: Partial<Shown> = {}): Drawing {
  const host = document.createElement("div");
  document.body.append(host);
  const figure = createFigure(host);
  const catalogue = { language: "en", messages: { ...figureEn, ...sheetsEn } } as const;
  return {
    host,
    figure,
    show: (shown, position, showAll = false) => {
      const board = boardOf(shown, box, { ...options, readCounts: false });
      figure.board(board, (key, values) => formatMessage(catalogue, key, values));
      figure.frame(frameAt(board, position, showAll));
      return board;
    },
  };
}

/** Learn's figure on a page of its own. */
interface TrainingDrawing {
  readonly host: HTMLElement;
  readonly figure: LearnFigure;
  readonly show: (document: ConvDocument, position: number, lit?: GridCell<LearnGrid>) => TrainingFigure;
}

export function startTrainingDrawing(box: Box = DESK): TrainingDrawing {
  const host = document.createElement("div");
  document.body.append(host);
  const figure = createLearnFigure(host);
  const catalogue = { language: "en", messages: learnEn } as const;
  return {
    host,
    figure,
    show: (shown, position, lit) => {
      const made = trainingFigure(shown, box);
      const { board } = made;
      const name = (grid: LearnGrid) => {
        const number = channelShown(grid, board.plan, board.sight);
        const word = formatMessage(catalogue, `learnFigure.${grid}`);
        return number === null ? word : `${word} ${number}`;
      };
      figure.board(board, (key, values) => formatMessage(catalogue, key, values), name);
      const frame = made.frame(position);
      figure.frame(frame, lit ? learnHighlights(board, frame.facts, lit) : null);
      return made;
    },
  };
}
