import { useId } from "react";
import { formatNumber } from "../model/formatNumber";
import { parameterPlaces } from "../trace/parameterPlaces";
import type { Stability } from "../trace/stability";
import type { TrainingPlan } from "../trace/trainingPlan";
import { type Text, useText } from "./i18n";
import { KernelPicture } from "./KernelPicture";
import { useLearn } from "./LearnContext";
import { useStability } from "./useStability";

/** What these data can teach: how many weights they pin down, which directions they leave open, and how fast it may go. */
export function DataNotes() {
  const t = useText();
  const heading = useId();
  const plan = useLearn((state) => state.plan);
  const stability = useStability();
  if (!plan || !stability) return null;
  const { rank, count, untaught, local } = stability;
  const more = count - (rank ?? count) - untaught.length;
  return (
    <section className="panel-section data-notes" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {t("learn.data")}
      </h2>
      {rank !== null && <Rank rank={rank} count={count} local={local} />}
      {!local && untaught.length > 0 && (
        <>
          <ul className="untaught">
            {untaught.map((direction) => (
              <li key={direction.join()}>
                <Direction plan={plan} direction={direction} />
              </li>
            ))}
          </ul>
          {more > 0 && <p className="row-note">{t("learn.data.more", { count: more })}</p>}
          {plan.training.optimizer !== "adam" && <p className="row-note">{t("learn.data.stays")}</p>}
        </>
      )}
      <RateLines t={t} plan={plan} stability={stability} />
    </section>
  );
}

interface RankProps {
  readonly rank: number;
  readonly count: number;
  readonly local: boolean;
}

function Rank({ rank, count, local }: RankProps) {
  const t = useText();
  const whole = rank === count ? "all" : "some";
  const meaning = local ? "learn.data.local" : (`learn.data.${whole}.meaning` as const);
  return (
    <p className="data-rank">
      <b>{t(`learn.data.${whole}`, { rank, count })}</b>
      {t(meaning, { count: count - rank })}
    </p>
  );
}

interface DirectionProps {
  readonly plan: TrainingPlan;
  readonly direction: Float64Array;
}

/** Weights that can be changed together without any effect, the largest of them 1: a kernel for each channel they are in. */
function Direction({ plan, direction }: DirectionProps) {
  const t = useText();
  const [, columns] = plan.training.kernelSize;
  const largest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const places = parameterPlaces(plan);
  const partsOf = (kind: "weight" | "bias", channel: number) =>
    [...direction]
      .filter((_, i) => places[i]?.kind === kind && places[i]?.out === channel)
      .map((value) => value / largest);
  const channels = Array.from({ length: plan.channels }, (_, channel) => channel);
  return (
    <>
      {channels
        .filter((channel) => partsOf("weight", channel).some((value) => value !== 0))
        .map((channel) => {
          const [bias] = partsOf("bias", channel);
          return (
            <span key={channel} className="untaught-part">
              {plan.channels > 1 && (
                <span className="untaught-name">{t("learn.data.channel", { channel })}</span>
              )}
              <KernelPicture
                values={partsOf("weight", channel)}
                columns={columns}
                label={t("learn.data.direction")}
              />
              {bias !== undefined && bias !== 0 && (
                <>
                  <span className="untaught-name">{t("learn.data.bias")}</span>
                  <KernelPicture values={[bias]} columns={1} label={t("learn.data.bias")} />
                </>
              )}
            </span>
          );
        })}
    </>
  );
}

interface RateLinesProps {
  readonly t: Text;
  readonly plan: TrainingPlan;
  readonly stability: Stability;
}

/** Where limit and fastest rate come from, and what the present rate does to the error. */
function RateLines({ t, plan, stability }: RateLinesProps) {
  const { eigenvalues, largestRate, fastestRate } = stability;
  const { optimizer, momentum, learningRate } = plan.training;
  if (largestRate === null) return null;
  const steepest = eigenvalues.at(-1) ?? 0;
  const [curvature, limit] = [formatNumber(steepest), formatNumber(largestRate)];
  const flattest = fastestRate === null ? null : 2 / fastestRate - steepest;
  const isRound = flattest === null || formatNumber(flattest) === curvature;
  const factor = (bend: number) => formatNumber(Number((1 - learningRate * bend).toPrecision(4)));
  return (
    <dl className="rate-lines">
      <div className="rate-line">
        <dt>{t("learn.data.curvature")}</dt>
        <dd dir="ltr">{isRound ? curvature : `${formatNumber(flattest)} … ${curvature}`}</dd>
      </div>
      <div className="rate-line">
        <dt>{t("learn.data.limit")}</dt>
        <dd dir="ltr">
          {optimizer === "momentum" ? `2·(1 + ${formatNumber(momentum)})` : "2"}/{curvature} = <b>{limit}</b>
        </dd>
      </div>
      {fastestRate !== null && flattest !== null && (
        <>
          <div className="rate-line">
            <dt>{t("learn.data.fastest")}</dt>
            <dd dir="ltr">
              2/({formatNumber(flattest)} + {curvature}) = <b>{formatNumber(fastestRate)}</b>
            </dd>
          </div>
          <div className="rate-line">
            <dt>{t("learn.data.factor")}</dt>
            <dd dir="ltr">
              {isRound ? `×${factor(steepest)}` : `×${factor(flattest)} … ×${factor(steepest)}`}
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}
