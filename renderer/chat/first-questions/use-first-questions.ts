import { useEffect } from 'react'
import type { AgentInfo } from '../../../shared/settings.ts'
import { lookAround, lookInside, useFirstLook } from '../../state/first-look.ts'
import { useProfiles } from '../../state/profiles.ts'
import { valueOr } from '../../state/loaded.ts'
import { useSettings } from '../../state/settings.ts'
import { fittingPrompts } from './fitting-prompts.ts'
import { suggestQuestions } from './suggest-questions.ts'
import { dataFileOf, isQuick } from './telling-files.ts'

const mostQuestions = 6

/**
 * Questions to begin with: the agent's own as far as they fit the opened folder, and where they do not, some about what
 * is in it. `undefined` until the folder was looked at, so that nothing is offered that cannot be answered.
 */
export function useFirstQuestions(agent: AgentInfo | undefined): readonly string[] | undefined {
  const workspace = useSettings(({ settings }) => valueOr(settings, undefined)?.workspace)
  const look = useFirstLook((state) => state.look)
  useEffect(() => {
    if (typeof workspace !== 'string') return
    const lookAgain = () => {
      lookAround(workspace).catch(console.error)
    }
    lookAgain()
    // Files were put into it meanwhile, perhaps.
    window.addEventListener('focus', lookAgain)
    return () => window.removeEventListener('focus', lookAgain)
  }, [workspace])

  const files = look !== null && look.workspace === workspace ? look.files : undefined
  const fitting = fittingPrompts(agent?.samplePrompts ?? [], files ?? [])
  const isShort = fitting.length < (agent?.samplePrompts.length ?? 0)
  const file = isShort && agent?.tools.includes('query_data') === true ? dataFileOf(files ?? []) : undefined
  useEffect(() => {
    // One file is read at a time, and what the person opened comes first.
    if (file === undefined || !isQuick(file) || useProfiles.getState().open?.reading.kind === 'reading') return
    lookInside(file).catch(console.error)
  }, [file])

  if (agent === undefined || workspace === undefined) return undefined
  if (workspace === null) return fittingPrompts(agent.samplePrompts, [])
  if (files === undefined) return undefined
  if (files === null || !isShort) return agent.samplePrompts.slice(0, mostQuestions)
  if (files.length === 0) return [...new Set([...fitting, 'What can you do?'])]
  const profile = look?.inside?.profile ?? null
  return [...fitting, ...suggestQuestions(files, { profile, tools: agent.tools })].slice(0, mostQuestions)
}
