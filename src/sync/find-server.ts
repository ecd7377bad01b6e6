import { Problem } from '../core/errors';
import { type ServerPlace, serverPlaces, withoutApi } from '../core/server-address';
import { askServer, finalAddress, type HttpAnswer } from '../platform/http';

/** Somebody waits for the answer (ms). */
const PATIENCE = 20_000;

/**
 * Finds the Shaarli behind an address that somebody typed: a few requests without any secret, up to the first that answers as only a
 * Shaarli's API does.
 * @throws Problem `noServerAddress`, `serverSilent`, `serverMovedTo`, `serverMoved`, `serverFault` or `serverOther`
 */
export async function findServer(typed: string): Promise<ServerPlace> {
  const places = serverPlaces(typed);
  if (!places.length) throw new Problem('noServerAddress');
  const found: Problem[] = [];
  for (const place of places) {
    const outcome = await lookAt(place);
    if (!outcome) return place;
    found.push(outcome);
    // Nobody is there: other folders are not there either.
    if (outcome.code === 'serverSilent') break;
  }
  throw await telling(found, places);
}

/** Undefined where the API of a Shaarli is there. */
async function lookAt({ api }: ServerPlace): Promise<Problem | undefined> {
  try {
    const answer = await askServer(`${api}/info`, { patience: PATIENCE });
    if (isRefusal(answer)) return undefined;
    return new Problem(answer.status >= 500 ? 'serverFault' : 'serverOther');
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** What a Shaarli says to whoever shows no token. It says more where it is set to help developers. */
function isRefusal({ status, json }: HttpAnswer): boolean {
  const { message } = (json ?? {}) as { message?: unknown };
  return status === 401 && (typeof json === 'string' || typeof message === 'string');
}

/** Of what went wrong at several places, what says most. */
async function telling(found: Problem[], places: ServerPlace[]): Promise<Problem> {
  const moved = found.findIndex(({ code }) => code === 'serverMoved');
  const place = places[moved];
  if (!place) return found.find(({ code }) => code !== 'serverOther') ?? new Problem('serverOther');
  const target = await finalAddress(`${place.api}/info`);
  return target && target !== `${place.api}/info`
    ? new Problem('serverMovedTo', withoutApi(target))
    : new Problem('serverMoved', new URL(place.api).host);
}
