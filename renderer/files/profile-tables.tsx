import { Table2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TableProfile } from '../../shared/tool-results.ts'
import { announce } from '../state/announcements.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ColumnList } from './column-list.tsx'
import { formatCount, type ProfiledTable } from './describe-column.ts'
import { findColumns } from './find-columns.ts'

/** The tables of a file, one at a time, and their columns. */
export function ProfileTables({ profile }: { readonly profile: TableProfile }) {
  const [chosen, setChosen] = useState('0')
  const table = profile.tables[Number(chosen)]
  const facts = table === undefined ? 'no table' : tableFacts(table)
  useEffect(() => announce(`${profile.file}: ${facts}`), [profile.file, facts])
  if (table === undefined) return <EmptyState icon={<Table2 />} title="There is no table in this file" />
  return (
    <>
      <div className="space-y-3 border-b border-line px-4 pb-3">
        {profile.tables.length > 1 && (
          <Select
            label="Table"
            value={chosen}
            onChange={setChosen}
            options={profile.tables.map(({ name, rows }, at) => ({
              value: String(at),
              label: partOf(name, profile.file),
              description: count(rows, 'row'),
            }))}
            className="w-full"
          />
        )}
        <p className="text-xs text-muted tabular-nums">{facts}</p>
        {profile.notes.map((note) => (
          <p key={note} className="text-xs text-muted">
            {note}
          </p>
        ))}
      </div>
      <SearchedColumns key={chosen} table={table} />
    </>
  )
}

/** Fewer are seen at a glance. */
const searchedFrom = 12

function SearchedColumns({ table }: { readonly table: ProfiledTable }) {
  const [search, setSearch] = useState('')
  const found = findColumns(table.columns, search)
  return (
    <>
      {table.columns.length >= searchedFrom && (
        <div className="border-b border-line px-4 py-3">
          <TextField
            label="Search columns"
            isLabelHidden
            type="search"
            placeholder="Search columns"
            value={search}
            onChange={setSearch}
            spellCheck={false}
          />
          <p role="status" className={search === '' ? 'sr-only' : 'mt-1.5 text-xs text-muted'}>
            {search !== '' && `${count(found.length, 'column')} of ${formatCount(table.columns.length)}`}
          </p>
        </div>
      )}
      <ColumnList key={search} table={table} columns={found} />
    </>
  )
}

function tableFacts({ rows, columns, duplicateRows }: ProfiledTable): string {
  const facts = [count(rows, 'row'), count(columns.length, 'column')]
  if (duplicateRows !== undefined && duplicateRows > 0) facts.push(count(duplicateRows, 'duplicate row'))
  return facts.join(' · ')
}

function count(amount: number, what: string): string {
  if (amount === 0) return `no ${what}s`
  return amount === 1 ? `1 ${what}` : `${formatCount(amount)} ${what}s`
}

function partOf(name: string, file: string): string {
  return name.startsWith(`${file}#`) ? name.slice(file.length + 1) : name
}
